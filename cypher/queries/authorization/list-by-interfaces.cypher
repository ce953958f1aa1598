// params: codes – of interfaces
// returns: authorization – its properties, consumer, interface, scene, fields (sorted); by code
// index: interface_code
UNWIND $codes AS code
MATCH (:Interface {code: code})<-[:ON]-(a:Authorization)
WITH a
ORDER BY a.code
RETURN a {
  .*,
  consumer: head([(c:Consumer)-[:HOLDS]->(a) | c.code]),
  interface: head([(a)-[:ON]->(i:Interface) | i.code]),
  scene: head([(a)-[:FOR]->(s:UseScene) | s.code]),
  fields: COLLECT { MATCH (a)-[:COVERS]->(f:Field) RETURN f.id AS id ORDER BY id }
} AS authorization
