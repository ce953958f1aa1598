// params: jobs
// returns: job, role, dataset
// index: job_id
UNWIND $jobs AS id
MATCH (j:Job {id: id})-[r:READS|WRITES]->(d:Dataset)
RETURN j.id AS job, type(r) AS role, d.id AS dataset
ORDER BY job, role, dataset
