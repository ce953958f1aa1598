// Creates or updates authorisations; consumer, interface, scene and covered fields become what the row says.
// params: rows – code, consumer, interface, scene, fields, properties
// returns: written
// index: authorization_code, consumer_code, interface_code, use_scene_code, field_id
UNWIND $rows AS row
MERGE (a:Authorization {code: row.code})
SET a += row.properties
WITH a, row
CALL (a) {
  OPTIONAL MATCH (a)-[old:ON|FOR|COVERS]->()
  DELETE old
}
CALL (a) {
  OPTIONAL MATCH (a)<-[old:HOLDS]-(:Consumer)
  DELETE old
}
CALL (a, row) {
  MATCH (c:Consumer {code: row.consumer})
  CREATE (c)-[:HOLDS]->(a)
}
CALL (a, row) {
  MATCH (i:Interface {code: row.interface})
  CREATE (a)-[:ON]->(i)
}
CALL (a, row) {
  MATCH (s:UseScene {code: row.scene})
  CREATE (a)-[:FOR]->(s)
}
CALL (a, row) {
  UNWIND row.fields AS id
  MATCH (f:Field {id: id})
  CREATE (a)-[:COVERS]->(f)
}
RETURN count(a) AS written
