// params: codes
// returns: authorization – its properties, consumer, interface, scene, fields (sorted)
// index: authorization_code
UNWIND $codes AS code
MATCH (a:Authorization {code: code})
RETURN a {
  .*,
  consumer: head([(c:Consumer)-[:HOLDS]->(a) | c.code]),
  interface: head([(a)-[:ON]->(i:Interface) | i.code]),
  scene: head([(a)-[:FOR]->(s:UseScene) | s.code]),
  fields: COLLECT { MATCH (a)-[:COVERS]->(f:Field) RETURN f.id AS id ORDER BY id }
} AS authorization
