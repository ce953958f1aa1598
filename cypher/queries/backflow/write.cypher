// Creates or updates backflow links; their four ends become what the row says.
// params: rows – code, from, to, collected, serves, properties
// returns: written
// index: backflow_link_code, dataset_id, department_code
UNWIND $rows AS row
MERGE (l:BackflowLink {code: row.code})
SET l += row.properties
WITH l, row
CALL (l) {
  OPTIONAL MATCH (l)-[old:FROM|TO|RETURNS|SERVES]->()
  DELETE old
}
MATCH (a:Dataset {id: row.from})
CALL (row) { MATCH (b:Dataset {id: row.to}) RETURN b }
CALL (row) { MATCH (s:Department {code: row.serves}) RETURN s }
CREATE (l)-[:FROM]->(a)
CREATE (l)-[:TO]->(b)
CREATE (l)-[:SERVES]->(s)
WITH l, row
CALL (l, row) {
  MATCH (c:Dataset {id: row.collected})
  CREATE (l)-[:RETURNS]->(c)
}
RETURN count(l) AS written
