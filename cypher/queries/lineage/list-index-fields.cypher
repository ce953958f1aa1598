// One page of fields for the index, each as a line.
// params: after – id before the first, until – last id of the part, limit
// returns: lines – id, dataset, grade between tabs, '' where there is none; count – of rows
// index: field_id
MATCH (f:Field)
WHERE f.id > $after AND f.id <= $until
WITH f ORDER BY f.id LIMIT toInteger($limit)
RETURN count(*) AS count, collect(f.id + '\t' + f.datasetId + '\t' + coalesce(f.grade, '')) AS lines
