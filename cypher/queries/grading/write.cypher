// Files gradings. A current one ends the current one before it; an effective one sets the grade of its target.
// params: rows – id, target, current, effective, grade, rank, properties
// returns: written
// index: field_id, dataset_id, grading_id
UNWIND $rows AS row
CALL (row) {
  MATCH (t:Field {id: row.target}) RETURN t
  UNION
  MATCH (t:Dataset {id: row.target}) RETURN t
}
CALL (row, t) {
  WITH row, t WHERE row.current
  MATCH (old:Grading)-[:OF]->(t)
  WHERE old.current AND old.id <> row.id
  SET old.current = false
}
MERGE (g:Grading {id: row.id})
SET g += row.properties
MERGE (g)-[:OF]->(t)
FOREACH (_ IN CASE WHEN row.effective AND t:Field THEN [1] ELSE [] END |
  SET t.grade = row.grade, t.gradeRank = row.rank)
FOREACH (_ IN CASE WHEN row.effective AND t:Dataset THEN [1] ELSE [] END |
  SET t.filedRank = row.rank)
RETURN count(g) AS written
