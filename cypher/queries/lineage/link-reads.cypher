// params: rows – job, dataset
// returns: written
// index: job_id, dataset_id
UNWIND $rows AS row
MATCH (j:Job {id: row.job})
CALL (row) { MATCH (d:Dataset {id: row.dataset}) RETURN d }
MERGE (j)-[r:READS]->(d)
RETURN count(r) AS written
