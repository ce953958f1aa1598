// params: codes
// returns: interface – its properties, provider, scene
// index: interface_code
UNWIND $codes AS code
MATCH (i:Interface {code: code})
RETURN i {
  .*,
  provider: head([(p:Department)-[:PUBLISHES]->(i) | p.code]),
  scene: head([(i)-[:SERVES_SCENE]->(s:UseScene) | s.code])
} AS interface
