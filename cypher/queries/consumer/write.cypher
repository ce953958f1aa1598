// params: rows – code, operatedBy, properties
// returns: written
// index: consumer_code, department_code
UNWIND $rows AS row
MERGE (c:Consumer {code: row.code})
SET c += row.properties
WITH c, row
CALL (c, row) {
  MATCH (c)<-[old:OPERATES]-(d:Department)
  WHERE row.operatedBy IS NULL OR d.code <> row.operatedBy
  DELETE old
}
CALL (c, row) {
  MATCH (d:Department {code: row.operatedBy})
  MERGE (d)-[:OPERATES]->(c)
}
RETURN count(c) AS written
