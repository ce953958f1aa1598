// params: ids, at – the moment of retraction, reason
// returns: written
// index: flows_to_id
UNWIND $ids AS id
MATCH ()-[r:FLOWS_TO {id: id}]->()
SET r.retractedAt = $at, r.retractReason = $reason
RETURN count(r) AS written
