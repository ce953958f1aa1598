// One page of edges for the index, each as a line: all versions, ended and retracted ones too.
// params: after – id before the first, until – last id of the part, limit
// returns: lines – id, from, to, kind, subtype, masking, reversible, backflow, validFrom, validTo, recordedAt, retractedAt
//   between tabs, '' where there is none, '1' for true; count – of rows
// index: flows_to_id
MATCH (a)-[r:FLOWS_TO]->(b)
USING INDEX r:FLOWS_TO(id)
WHERE r.id > $after AND r.id <= $until
WITH a, r, b ORDER BY r.id LIMIT toInteger($limit)
RETURN count(*) AS count, collect(
  r.id + '\t' + a.id + '\t' + b.id + '\t' + r.kind + '\t' + r.subtype
  + '\t' + coalesce(r.masking, '')
  + '\t' + CASE WHEN r.reversible THEN '1' ELSE '' END
  + '\t' + CASE WHEN r.backflow THEN '1' ELSE '' END
  + '\t' + r.validFrom + '\t' + coalesce(r.validTo, '')
  + '\t' + r.recordedAt + '\t' + coalesce(r.retractedAt, '')
) AS lines
