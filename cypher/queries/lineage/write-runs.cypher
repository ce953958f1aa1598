// params: rows – id, job, properties
// returns: written
// index: run_id, job_id
UNWIND $rows AS row
MATCH (j:Job {id: row.job})
MERGE (r:Run {id: row.id})
SET r += row.properties
MERGE (r)-[:OF]->(j)
RETURN count(r) AS written
