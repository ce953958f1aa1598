// params: rows – interface, field, alias, masking, reversible
// returns: written
// index: interface_code, field_id
UNWIND $rows AS row
MATCH (i:Interface {code: row.interface})
CALL (row) { MATCH (f:Field {id: row.field}) RETURN f }
MERGE (i)-[e:EXPOSES]->(f)
SET e.alias = row.alias, e.masking = row.masking, e.reversible = row.reversible
RETURN count(e) AS written
