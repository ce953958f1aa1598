// Codes and fields that an access event may name, so that each line is checked without a query.
// params: none
// returns: consumers, interfaces, authorizations – codes; fields – ids of exposed fields
// index: count stores and labels, each read once
RETURN
  COLLECT { MATCH (c:Consumer) RETURN c.code } AS consumers,
  COLLECT { MATCH (i:Interface) RETURN i.code } AS interfaces,
  COLLECT { MATCH (a:Authorization) RETURN a.code } AS authorizations,
  COLLECT { MATCH (:Interface)-[:EXPOSES]->(f:Field) RETURN DISTINCT f.id } AS fields
