// params: rows – library, dataset
// returns: dataset, before, after – only of datasets that moved
// index: library_code, dataset_id
UNWIND $rows AS row
MATCH (d:Dataset {id: row.dataset})
CALL (row) { MATCH (l:Library {code: row.library}) RETURN l }
OPTIONAL MATCH (was:Library)-[held:HOLDS]->(d)
WITH d, l, was, held
WHERE was IS NULL OR was <> l
DELETE held
MERGE (l)-[:HOLDS]->(d)
RETURN d.id AS dataset, was.code AS before, l.code AS after
