// Creates or updates interfaces and their provider and scene; null ones leave no relation.
// params: rows – code, provider, scene, properties
// returns: written
// index: interface_code, department_code, use_scene_code
UNWIND $rows AS row
MERGE (i:Interface {code: row.code})
SET i += row.properties
WITH i, row
CALL (i, row) {
  MATCH (i)<-[old:PUBLISHES]-(p:Department)
  WHERE row.provider IS NULL OR p.code <> row.provider
  DELETE old
}
CALL (i, row) {
  MATCH (i)-[old:SERVES_SCENE]->(s:UseScene)
  WHERE row.scene IS NULL OR s.code <> row.scene
  DELETE old
}
CALL (i, row) {
  MATCH (p:Department {code: row.provider})
  MERGE (p)-[:PUBLISHES]->(i)
}
CALL (i, row) {
  MATCH (s:UseScene {code: row.scene})
  MERGE (i)-[:SERVES_SCENE]->(s)
}
RETURN count(i) AS written
