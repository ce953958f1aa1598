// Accepted events as they came, by their own time.
// params: after, before – event time, from and until; skip, limit, newestFirst
// returns: bodies, total – of that time
// index: lineage_event_event_time
RETURN COUNT { MATCH (e:LineageEvent) WHERE e.eventTime >= $after AND e.eventTime < $before } AS total,
  CASE WHEN $newestFirst THEN COLLECT {
    MATCH (e:LineageEvent) WHERE e.eventTime >= $after AND e.eventTime < $before
    RETURN e.body AS body ORDER BY e.eventTime DESC SKIP toInteger($skip) LIMIT toInteger($limit)
  } ELSE COLLECT {
    MATCH (e:LineageEvent) WHERE e.eventTime >= $after AND e.eventTime < $before
    RETURN e.body AS body ORDER BY e.eventTime SKIP toInteger($skip) LIMIT toInteger($limit)
  } END AS bodies
