// Only the latest refused events are kept.
// params: keep – how many
// returns: written
// index: refused_event_received_at
MATCH (e:RefusedEvent)
WITH e ORDER BY e.receivedAt DESC SKIP toInteger($keep)
DELETE e
RETURN count(e) AS written
