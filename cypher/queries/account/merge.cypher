// params: rows – code, department, properties
// returns: written
// index: account_code, department_code
UNWIND $rows AS row
MATCH (d:Department {code: row.department})
MERGE (a:Account {code: row.code})
SET a += row.properties
WITH a, d
CALL (a, d) {
  MATCH (a)-[old:BELONGS_TO]->(was:Department)
  WHERE was <> d
  DELETE old
}
MERGE (a)-[:BELONGS_TO]->(d)
RETURN count(a) AS written
