// params: ids
// returns: job – its properties
// index: job_id
UNWIND $ids AS id
MATCH (j:Job {id: id})
RETURN properties(j) AS job
