// Days and covered fields of authorisations.
// params: codes
// returns: code, validFrom, validTo, fields
// index: authorization_code
UNWIND $codes AS code
MATCH (a:Authorization {code: code})
RETURN a.code AS code, a.validFrom AS validFrom, a.validTo AS validTo,
  COLLECT { MATCH (a)-[:COVERS]->(f:Field) RETURN f.id } AS fields
