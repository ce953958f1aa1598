// What flows out of some datasets as a whole at a moment: edges whose columns are not known.
// params: ids – of datasets, at – the moment (ISO, UTC)
// returns: id, flows – [edge, target] pairs, the target a field or a dataset
// index: dataset_id
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
RETURN d.id AS id,
  COLLECT {
    MATCH (d)-[r:FLOWS_TO]->(target)
    WHERE r.retractedAt IS NULL AND r.validFrom <= $at AND (r.validTo IS NULL OR r.validTo > $at)
    RETURN [r.id, target.id]
  } AS flows
