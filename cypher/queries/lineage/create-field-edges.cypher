// params: rows – from, to: ids of fields; properties
// returns: written
// index: field_id
UNWIND $rows AS row
MATCH (a:Field {id: row.from})
MATCH (b:Field {id: row.to})
CREATE (a)-[r:FLOWS_TO]->(b)
SET r = row.properties
RETURN count(r) AS written
