// params: $rows list of {from, to}, ids of fields
// index: bench_field_id
UNWIND $rows AS row
MATCH (start:BenchField {id: row.from})
MATCH (end:BenchField {id: row.to})
CREATE (start)-[:BENCH_FLOWS_TO]->(end)
