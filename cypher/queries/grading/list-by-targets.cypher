// params: targets – ids of fields or datasets
// returns: grading – its properties and of; by target, the newest first
// index: field_id, dataset_id
UNWIND $targets AS id
CALL (id) {
  MATCH (g:Grading)-[:OF]->(:Field {id: id}) RETURN g
  UNION
  MATCH (g:Grading)-[:OF]->(:Dataset {id: id}) RETURN g
}
RETURN g {.*, of: id} AS grading
ORDER BY id, g.filedAt DESC, g.id
