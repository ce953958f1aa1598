// params: none
// returns: code, consumer, interface, fields, state, validFrom, validTo
// index: authorization_code
MATCH (c:Consumer)-[:HOLDS]->(a:Authorization)-[:ON]->(i:Interface)
RETURN a.code AS code, c.code AS consumer, i.code AS interface, a.state AS state,
  a.validFrom AS validFrom, a.validTo AS validTo, [(a)-[:COVERS]->(f:Field) | f.id] AS fields
