// params: rows – from, to: ids of fields or datasets; properties
// returns: written
// index: field_id, dataset_id
UNWIND $rows AS row
CALL (row) {
  MATCH (a:Field {id: row.from}) RETURN a
  UNION
  MATCH (a:Dataset {id: row.from}) RETURN a
}
CALL (row) {
  MATCH (b:Field {id: row.to}) RETURN b
  UNION
  MATCH (b:Dataset {id: row.to}) RETURN b
}
CREATE (a)-[r:FLOWS_TO]->(b)
SET r = row.properties
RETURN count(r) AS written
