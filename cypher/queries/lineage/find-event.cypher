// params: digest
// returns: body – JSON text, cut for a refused event
// index: lineage_event_digest, refused_event_digest
CALL () {
  MATCH (e:LineageEvent {digest: $digest}) RETURN e
  UNION
  MATCH (e:RefusedEvent {digest: $digest}) RETURN e
}
RETURN e.body AS body
