// One page of datasets for the index, each as a line: one text costs a driver far less than a row of values.
// params: after – id before the first, until – last id of the part, limit
// returns: lines – id, department, library, layer between tabs, '' where there is none; count – of rows
// index: dataset_id
MATCH (d:Dataset)
WHERE d.id > $after AND d.id <= $until
WITH d ORDER BY d.id LIMIT toInteger($limit)
RETURN count(*) AS count, collect(
  d.id
  + '\t' + coalesce(head([(p:Department)-[:PROVIDES]->(d) | p.code]), '')
  + '\t' + coalesce(head([(l:Library)-[:HOLDS]->(d) | l.code]), '')
  + '\t' + coalesce(d.layer, '')
) AS lines
