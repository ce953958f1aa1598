// All FLOWS_TO of each ordered pair, ended ones too.
// params: pairs – from, to: ids of fields or datasets
// returns: edge – its properties with from and to
// index: field_id, dataset_id
UNWIND $pairs AS pair
CALL (pair) {
  MATCH (a:Field {id: pair.from}) RETURN a
  UNION
  MATCH (a:Dataset {id: pair.from}) RETURN a
}
CALL (pair) {
  MATCH (b:Field {id: pair.to}) RETURN b
  UNION
  MATCH (b:Dataset {id: pair.to}) RETURN b
}
MATCH (a)-[r:FLOWS_TO]->(b)
RETURN r {.*, from: pair.from, to: pair.to} AS edge
