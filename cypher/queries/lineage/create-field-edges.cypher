// params: rows – from, to: ids of fields; properties
// returns: written
// index: field_id
UNWIND $rows AS row
MATCH (a:Field {id: row.from})
CALL (row) { MATCH (b:Field {id: row.to}) RETURN b }
CREATE (a)-[r:FLOWS_TO]->(b)
SET r = row.properties
RETURN count(r) AS written
