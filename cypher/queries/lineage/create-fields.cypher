// params: rows – id, dataset, properties
// returns: written
// index: dataset_id
UNWIND $rows AS row
MATCH (d:Dataset {id: row.dataset})
CREATE (d)-[:HAS_FIELD]->(f:Field)
SET f = row.properties
RETURN count(f) AS written
