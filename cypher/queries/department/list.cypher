// params: kinds
// returns: department – its properties and partOf, by code
// index: department_kind
MATCH (d:Department)
WHERE d.kind IN $kinds
OPTIONAL MATCH (d)-[:PART_OF]->(above:Department)
RETURN d {.*, partOf: above.code} AS department
ORDER BY d.code
