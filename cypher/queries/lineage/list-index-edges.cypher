// One page of edges for the index, as columns: all versions, ended and retracted ones too.
// params: after – id before the first, until – last id of the part, limit
// returns: ids, from, to, kinds, subtypes, maskings, reversible, backflow, validFrom, validTo, recordedAt, retractedAt –
//   of the same length, '' where there is none
// index: flows_to_id
MATCH (a)-[r:FLOWS_TO]->(b)
USING INDEX r:FLOWS_TO(id)
WHERE r.id > $after AND r.id <= $until
WITH a, r, b ORDER BY r.id LIMIT toInteger($limit)
RETURN collect(r.id) AS ids, collect(a.id) AS from, collect(b.id) AS to, collect(r.kind) AS kinds,
  collect(r.subtype) AS subtypes, collect(coalesce(r.masking, '')) AS maskings,
  collect(coalesce(r.reversible, false)) AS reversible, collect(coalesce(r.backflow, false)) AS backflow,
  collect(r.validFrom) AS validFrom, collect(coalesce(r.validTo, '')) AS validTo,
  collect(r.recordedAt) AS recordedAt, collect(coalesce(r.retractedAt, '')) AS retractedAt
