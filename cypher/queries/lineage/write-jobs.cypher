// params: rows – id, created (only for new ones), properties
// returns: written
// index: job_id
UNWIND $rows AS row
MERGE (j:Job {id: row.id})
SET j += row.created, j += row.properties
RETURN count(j) AS written
