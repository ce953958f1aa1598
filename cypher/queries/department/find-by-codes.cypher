// params: codes
// returns: department – its properties and partOf
// index: department_code
UNWIND $codes AS code
MATCH (d:Department {code: code})
OPTIONAL MATCH (d)-[:PART_OF]->(above:Department)
RETURN d {.*, partOf: above.code} AS department
