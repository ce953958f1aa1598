// Events that arrived since a moment.
// params: since
// returns: accepted, refused, lastAt – of all times
// index: lineage_event_received_at, refused_event_received_at
RETURN
  COUNT { MATCH (e:LineageEvent) WHERE e.receivedAt >= $since } AS accepted,
  COUNT { MATCH (r:RefusedEvent) WHERE r.receivedAt >= $since } AS refused,
  head(COLLECT {
    MATCH (e:LineageEvent)
    WHERE e.receivedAt >= ''
    RETURN e.receivedAt AS at ORDER BY at DESC LIMIT 1
  }) AS lastAt
