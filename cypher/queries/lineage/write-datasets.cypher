// params: rows – id, created (only for new ones), properties
// returns: written
// index: dataset_id
UNWIND $rows AS row
MERGE (d:Dataset {id: row.id})
SET d += row.created, d += row.properties
RETURN count(d) AS written
