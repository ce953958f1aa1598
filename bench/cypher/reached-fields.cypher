// The set behind the counts, to compare field by field.
// params: $id of the field
// returns: id, dataset
// index: bench_field_id
MATCH (start:BenchField {id: $id})
MATCH (start)-[:BENCH_FLOWS_TO*]->(reached:BenchField)
WITH DISTINCT reached
WHERE reached.id <> $id
RETURN reached.id AS id, reached.dataset AS dataset
