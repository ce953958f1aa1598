// params: rows – dataset, code
// returns: written
// index: dataset_id, source_system_code
UNWIND $rows AS row
MATCH (d:Dataset {id: row.dataset})
CALL (row) { MATCH (s:SourceSystem {code: row.code}) RETURN s }
CALL (d, s) {
  MATCH (d)<-[old:STORES]-(other:SourceSystem)
  WHERE other <> s
  DELETE old
}
MERGE (s)-[:STORES]->(d)
RETURN count(d) AS written
