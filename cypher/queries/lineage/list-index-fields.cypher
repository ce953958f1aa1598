// One page of fields for the index, as columns.
// params: after – id before the first, until – last id of the part, limit
// returns: ids, datasets, grades – of the same length, '' where there is none
// index: field_id
MATCH (f:Field)
WHERE f.id > $after AND f.id <= $until
WITH f ORDER BY f.id LIMIT toInteger($limit)
RETURN collect(f.id) AS ids, collect(f.datasetId) AS datasets, collect(coalesce(f.grade, '')) AS grades
