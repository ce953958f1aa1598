// The hint holds the plan that an empty store would choose otherwise, and keep.
// params: rows – id, properties
// returns: written
// index: flows_to_id
UNWIND $rows AS row
MATCH ()-[r:FLOWS_TO {id: row.id}]->()
USING INDEX r:FLOWS_TO(id)
SET r += row.properties
RETURN count(r) AS written
