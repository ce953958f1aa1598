// params: datasets
// returns: job, role, dataset
// index: dataset_id
UNWIND $datasets AS id
MATCH (j:Job)-[r:READS|WRITES]->(d:Dataset {id: id})
RETURN j.id AS job, type(r) AS role, d.id AS dataset
ORDER BY dataset, role, job
