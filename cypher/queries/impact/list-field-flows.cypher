// What flows out of some fields at a moment: to check an answer of the index against the graph itself.
// params: ids – of fields, at – the moment (ISO, UTC)
// returns: id, dataset – that it belongs to, flows – [edge, target] pairs, the target a field or a dataset
// index: field_id
UNWIND $ids AS id
MATCH (f:Field {id: id})
RETURN f.id AS id,
  head(COLLECT { MATCH (d:Dataset)-[:HAS_FIELD]->(f) RETURN d.id }) AS dataset,
  COLLECT {
    MATCH (f)-[r:FLOWS_TO]->(target)
    WHERE r.retractedAt IS NULL AND r.validFrom <= $at AND (r.validTo IS NULL OR r.validTo > $at)
    RETURN [r.id, target.id]
  } AS flows
