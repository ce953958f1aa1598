// params: codes – of interfaces
// returns: interface, fields – ids of what it exposes
// index: interface_code
UNWIND $codes AS code
MATCH (i:Interface {code: code})
RETURN i.code AS interface, COLLECT { MATCH (i)-[:EXPOSES]->(f:Field) RETURN f.id } AS fields
