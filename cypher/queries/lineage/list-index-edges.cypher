// One page of edges for the index: all versions, ended and retracted ones too.
// params: after – id before the first, limit
// returns: id, from, to, kind, subtype, masking, reversible, backflow, validFrom, validTo, recordedAt, retractedAt
// index: flows_to_id
MATCH (a)-[r:FLOWS_TO]->(b)
USING INDEX r:FLOWS_TO(id)
WHERE r.id > $after
WITH a, r, b ORDER BY r.id LIMIT toInteger($limit)
RETURN r.id AS id, a.id AS from, b.id AS to, r.kind AS kind, r.subtype AS subtype, r.masking AS masking,
  coalesce(r.reversible, false) AS reversible, coalesce(r.backflow, false) AS backflow,
  r.validFrom AS validFrom, r.validTo AS validTo, r.recordedAt AS recordedAt, r.retractedAt AS retractedAt
