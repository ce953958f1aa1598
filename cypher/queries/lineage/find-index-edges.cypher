// Some edges for the index, in any state.
// The hint holds the plan that an empty store would choose otherwise, and keep.
// params: ids
// returns: id, from, to, kind, subtype, masking, reversible, backflow, validFrom, validTo, recordedAt, retractedAt
// index: flows_to_id
UNWIND $ids AS id
MATCH (a)-[r:FLOWS_TO {id: id}]->(b)
USING INDEX r:FLOWS_TO(id)
RETURN r.id AS id, a.id AS from, b.id AS to, r.kind AS kind, r.subtype AS subtype, r.masking AS masking,
  coalesce(r.reversible, false) AS reversible, coalesce(r.backflow, false) AS backflow,
  r.validFrom AS validFrom, r.validTo AS validTo, r.recordedAt AS recordedAt, r.retractedAt AS retractedAt
