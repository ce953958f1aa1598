// Statements that edges can depend on from some moment on. That moment moves back to the first statement of runs
// that ended now, and to `runSince` while columns were not known before it.
// params: rows – timeline, since, ended (runs), runSince
// returns: timeline, since, firstColumns (stamp of the first that is not of a failed run), statements – in order, each with the state of its run
// index: lineage_statement_timeline, lineage_statement_run, run_id
UNWIND $rows AS row
CALL (row) {
  UNWIND row.ended AS run
  MATCH (s:LineageStatement {run: run, timeline: row.timeline})
  RETURN min(s.stamp) AS own
}
WITH row, CASE WHEN own IS NULL OR own > row.since THEN row.since ELSE own END AS early
WITH row, early, head(COLLECT {
  MATCH (s:LineageStatement {timeline: row.timeline})
  WHERE s.stamp >= '' AND s.basis = 'COLUMNS'
    AND NOT EXISTS { MATCH (r:Run {id: s.run}) WHERE r.state IN ['FAIL', 'ABORT'] }
  RETURN s.stamp AS stamp ORDER BY s.timeline, s.stamp LIMIT 1
}) AS firstColumns
WITH row, firstColumns,
  CASE WHEN row.runSince < early AND (firstColumns IS NULL OR row.runSince < firstColumns) THEN row.runSince ELSE early END AS since
RETURN row.timeline AS timeline, since, firstColumns, COLLECT {
  MATCH (s:LineageStatement {timeline: row.timeline})
  WHERE s.stamp >= since
  OPTIONAL MATCH (r:Run {id: s.run})
  RETURN s {.stamp, .basis, .run, .sqlHash, .link, .claims, state: r.state} AS statement ORDER BY s.stamp
} AS statements
