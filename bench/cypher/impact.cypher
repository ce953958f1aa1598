// Everything derived from one field, counted by layer and department: the question that the index is compared on.
// params: $n of the field
// returns: layer, department, fields
// index: bench_field_n
MATCH (start:BenchField {n: $n})
MATCH (start)-[:BENCH_FLOWS_TO*]->(reached:BenchField)
WITH DISTINCT reached
WHERE reached.n <> $n
RETURN reached.layer AS layer, reached.department AS department, count(*) AS fields
