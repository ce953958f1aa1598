// Leaves what all shapes have in common.
// index: label scan of BenchField
MATCH (:BenchField)-[flow:BENCH_FLOWS_TO {backflow: true}]->(:BenchField)
CALL (flow) {
  DELETE flow
} IN TRANSACTIONS OF 10000 ROWS
