// params: fields
// returns: field, interface
// index: field_id
UNWIND $fields AS id
MATCH (f:Field {id: id})<-[:EXPOSES]-(i:Interface)
RETURN f.id AS field, i.code AS interface
ORDER BY field, interface
