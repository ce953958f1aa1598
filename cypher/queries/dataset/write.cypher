// Creates or updates datasets, their first name and their three owners; null owners leave no relation.
// params: rows – id, key, namespace, name, created (only for new ones), properties, provider, library, source
// returns: written
// index: dataset_id, dataset_name_key, department_code, library_code, source_system_code
UNWIND $rows AS row
MERGE (d:Dataset {id: row.id})
SET d += row.created, d += row.properties
MERGE (n:DatasetName {key: row.key})
  ON CREATE SET n.namespace = row.namespace, n.name = row.name
MERGE (n)-[:NAMES]->(d)
WITH d, row
CALL (d, row) {
  MATCH (d)<-[old:PROVIDES]-(p:Department)
  WHERE row.provider IS NULL OR p.code <> row.provider
  DELETE old
}
CALL (d, row) {
  MATCH (d)<-[old:HOLDS]-(l:Library)
  WHERE row.library IS NULL OR l.code <> row.library
  DELETE old
}
CALL (d, row) {
  MATCH (d)<-[old:STORES]-(s:SourceSystem)
  WHERE row.source IS NULL OR s.code <> row.source
  DELETE old
}
CALL (d, row) {
  MATCH (p:Department {code: row.provider})
  MERGE (p)-[:PROVIDES]->(d)
}
CALL (d, row) {
  MATCH (l:Library {code: row.library})
  MERGE (l)-[:HOLDS]->(d)
}
CALL (d, row) {
  MATCH (s:SourceSystem {code: row.source})
  MERGE (s)-[:STORES]->(d)
}
RETURN count(d) AS written
