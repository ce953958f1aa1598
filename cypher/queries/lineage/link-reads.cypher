// params: rows – job, dataset
// returns: written
// index: job_id, dataset_id
UNWIND $rows AS row
MATCH (j:Job {id: row.job})
MATCH (d:Dataset {id: row.dataset})
MERGE (j)-[r:READS]->(d)
RETURN count(r) AS written
