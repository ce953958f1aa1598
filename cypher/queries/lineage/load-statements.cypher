// Moments of statements that can be neighbours of those to come: the first, the last before `since`, all later ones.
// params: rows – timeline, since
// returns: timeline, stamps – in order
// index: lineage_statement_timeline
UNWIND $rows AS row
CALL (row) {
  MATCH (s:LineageStatement)
  WHERE s.timeline = row.timeline AND s.stamp < row.since
  RETURN min(s.stamp) AS first, max(s.stamp) AS before
}
CALL (row) {
  MATCH (s:LineageStatement)
  WHERE s.timeline = row.timeline AND s.stamp >= row.since
  WITH s.stamp AS stamp ORDER BY stamp
  RETURN collect(stamp) AS later
}
RETURN row.timeline AS timeline,
  CASE
    WHEN first IS NULL THEN later
    WHEN first = before THEN [first] + later
    ELSE [first, before] + later
  END AS stamps
