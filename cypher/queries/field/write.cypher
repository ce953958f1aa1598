// params: rows – id, dataset, created (only for new ones), properties
// returns: written
// index: dataset_id, field_id
UNWIND $rows AS row
MATCH (d:Dataset {id: row.dataset})
MERGE (f:Field {id: row.id})
SET f += row.created, f += row.properties
MERGE (d)-[:HAS_FIELD]->(f)
RETURN count(f) AS written
