// Accepted events, latest first, after a place in that order.
// params: at – receivedAt of the last one seen, or a text after all times; digest – of the last one seen; limit
// returns: event
// index: lineage_event_received_at
MATCH (e:LineageEvent)
WHERE e.receivedAt <= $at AND (e.receivedAt < $at OR e.digest > $digest)
WITH e ORDER BY e.receivedAt DESC, e.digest LIMIT toInteger($limit)
RETURN e {.*} AS event
