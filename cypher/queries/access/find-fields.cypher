// Which of these fields exist.
// params: ids
// returns: id
// index: field_id
UNWIND $ids AS id
MATCH (f:Field {id: id})
RETURN f.id AS id
