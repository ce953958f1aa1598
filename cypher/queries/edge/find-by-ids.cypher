// params: ids
// returns: edge – its properties with from and to
// index: flows_to_id
UNWIND $ids AS id
MATCH (a)-[r:FLOWS_TO {id: id}]->(b)
RETURN r {.*, from: a.id, to: b.id} AS edge
