// Makes PART_OF what `partOf` says; a null partOf leaves no relation.
// params: rows – code, partOf
// returns: written
// index: department_code
UNWIND $rows AS row
MATCH (d:Department {code: row.code})
CALL (d, row) {
  MATCH (d)-[old:PART_OF]->(above:Department)
  WHERE row.partOf IS NULL OR above.code <> row.partOf
  DELETE old
}
CALL (d, row) {
  MATCH (above:Department {code: row.partOf})
  MERGE (d)-[:PART_OF]->(above)
}
RETURN count(d) AS written
