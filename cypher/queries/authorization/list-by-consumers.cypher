// params: codes – of consumers
// returns: authorization – its properties, consumer, interface, scene, fields (sorted); by code
// index: consumer_code
UNWIND $codes AS code
MATCH (:Consumer {code: code})-[:HOLDS]->(a:Authorization)
WITH a
ORDER BY a.code
RETURN a {
  .*,
  consumer: head([(c:Consumer)-[:HOLDS]->(a) | c.code]),
  interface: head([(a)-[:ON]->(i:Interface) | i.code]),
  scene: head([(a)-[:FOR]->(s:UseScene) | s.code]),
  fields: COLLECT { MATCH (a)-[:COVERS]->(f:Field) RETURN f.id AS id ORDER BY id }
} AS authorization
