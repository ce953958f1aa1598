// Refused events with their reasons; the same one again is counted.
// params: rows – digest, kind, job, receivedAt, reasonsJson, body
// returns: written
// index: refused_event_digest
UNWIND $rows AS row
MERGE (e:RefusedEvent {digest: row.digest})
  ON CREATE SET e.firstReceivedAt = row.receivedAt, e.kind = row.kind, e.job = row.job, e.count = 0
SET e.receivedAt = row.receivedAt, e.count = e.count + 1, e.reasonsJson = row.reasonsJson, e.body = row.body
RETURN count(e) AS written
