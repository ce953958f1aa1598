// params: rows – id, properties
// returns: written
// index: field_id
UNWIND $rows AS row
MATCH (f:Field {id: row.id})
SET f += row.properties
RETURN count(f) AS written
