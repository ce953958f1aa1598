// params: ids
// returns: grading – its properties and of
// index: grading_id
UNWIND $ids AS id
MATCH (g:Grading {id: id})-[:OF]->(target)
RETURN g {.*, of: target.id} AS grading
