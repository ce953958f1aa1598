// params: rows – dataset, code
// returns: written
// index: dataset_id, department_code
UNWIND $rows AS row
MATCH (d:Dataset {id: row.dataset})
CALL (row) { MATCH (p:Department {code: row.code}) RETURN p }
CALL (d, p) {
  MATCH (d)<-[old:PROVIDES]-(other:Department)
  WHERE other <> p
  DELETE old
}
MERGE (p)-[:PROVIDES]->(d)
RETURN count(d) AS written
