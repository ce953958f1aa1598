// params: rows – job, dataset, lineageAt (null = no statement about its columns yet)
// returns: written
// index: job_id, dataset_id
UNWIND $rows AS row
MATCH (j:Job {id: row.job})
CALL (row) { MATCH (d:Dataset {id: row.dataset}) RETURN d }
MERGE (j)-[r:WRITES]->(d)
SET r.lineageAt = CASE
  WHEN row.lineageAt IS NULL OR r.lineageAt > row.lineageAt THEN r.lineageAt
  ELSE row.lineageAt
END
RETURN count(r) AS written
