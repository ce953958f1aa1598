// The same with the sum of the fields' random numbers, which tells two sets of equal size apart.
// params: $n of the field
// returns: layer, department, fields, sum
// index: bench_field_n
MATCH (start:BenchField {n: $n})
MATCH (start)-[:BENCH_FLOWS_TO*]->(reached:BenchField)
WITH DISTINCT reached
WHERE reached.n <> $n
RETURN reached.layer AS layer, reached.department AS department, count(*) AS fields, sum(reached.salt) AS sum
