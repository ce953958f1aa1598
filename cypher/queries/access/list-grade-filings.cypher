// Grades of fields now, and the filings that took effect, the oldest first.
// params: fields
// returns: field, grade, filings – grade, filedAt
// index: field_id
UNWIND $fields AS id
MATCH (f:Field {id: id})
RETURN f.id AS field, f.grade AS grade,
  COLLECT {
    MATCH (g:Grading)-[:OF]->(f)
    WHERE g.state IN ['EFFECTIVE', 'CITY_REPORTED']
    WITH g ORDER BY g.filedAt
    RETURN {grade: g.grade, filedAt: g.filedAt}
  } AS filings
