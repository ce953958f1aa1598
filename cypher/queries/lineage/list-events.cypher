// Events that arrived, latest first; accepted ones only when not asked for the refused.
// params: refusedOnly, skip, limit
// returns: event – without its body, refused or not
// index: lineage_event_received_at, refused_event_received_at
CALL () {
  MATCH (e:LineageEvent)
  WHERE NOT $refusedOnly AND e.receivedAt >= ''
  WITH e ORDER BY e.receivedAt DESC, e.digest LIMIT toInteger($skip + $limit)
  RETURN e
  UNION ALL
  MATCH (e:RefusedEvent)
  WHERE e.receivedAt >= ''
  WITH e ORDER BY e.receivedAt DESC, e.digest LIMIT toInteger($skip + $limit)
  RETURN e
}
WITH e ORDER BY e.receivedAt DESC, e.digest SKIP toInteger($skip) LIMIT toInteger($limit)
RETURN e {
  .digest, .receivedAt, .eventTime, .kind, .job, .run, .noticesJson, .reasonsJson, .count,
  refused: e:RefusedEvent
} AS event
