// One page of datasets for the index.
// params: after – id before the first, limit
// returns: id, department, library, layer
// index: dataset_id
MATCH (d:Dataset)
WHERE d.id > $after
WITH d ORDER BY d.id LIMIT toInteger($limit)
RETURN d.id AS id, d.layer AS layer,
  head([(p:Department)-[:PROVIDES]->(d) | p.code]) AS department,
  head([(l:Library)-[:HOLDS]->(d) | l.code]) AS library
