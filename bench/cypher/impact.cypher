// Everything derived from one field, counted by layer and department: the question that the index is compared on.
// params: $id of the field
// returns: layer, department, fields
// index: bench_field_id
MATCH (start:BenchField {id: $id})
MATCH (start)-[:BENCH_FLOWS_TO*]->(reached:BenchField)
WITH DISTINCT reached
WHERE reached.id <> $id
RETURN reached.layer AS layer, reached.department AS department, count(*) AS fields
