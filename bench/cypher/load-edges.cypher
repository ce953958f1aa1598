// params: $rows list of [from, to], numbers of fields; $backflow whether they are backflow
// index: bench_field_n
UNWIND $rows AS row
MATCH (start:BenchField {n: row[0]})
MATCH (end:BenchField {n: row[1]})
CREATE (start)-[:BENCH_FLOWS_TO {backflow: $backflow}]->(end)
