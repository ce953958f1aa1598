// params: none
// returns: rank – 0 not graded … 6 CORE, fieldCount; the strictest first
// index: none, a scan of the label
MATCH (f:Field)
RETURN coalesce(f.gradeRank, 0) AS rank, count(f) AS fieldCount
ORDER BY rank DESC
