// Some datasets for the index.
// params: ids
// returns: id, department, library, layer
// index: dataset_id
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
RETURN d.id AS id, d.layer AS layer,
  head([(p:Department)-[:PROVIDES]->(d) | p.code]) AS department,
  head([(l:Library)-[:HOLDS]->(d) | l.code]) AS library
