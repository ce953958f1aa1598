// Which of these events were accepted before.
// params: digests
// returns: digest
// index: lineage_event_digest
UNWIND $digests AS digest
MATCH (e:LineageEvent {digest: digest})
RETURN e.digest AS digest
