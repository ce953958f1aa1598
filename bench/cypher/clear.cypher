// Removes what an earlier run of this bench has left; nothing else carries its label.
// index: label scan of BenchField
MATCH (field:BenchField)
CALL (field) {
  DETACH DELETE field
} IN TRANSACTIONS OF 5000 ROWS
