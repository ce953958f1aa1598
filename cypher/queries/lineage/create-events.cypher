// The events as they came; kept for good.
// params: rows – properties of LineageEvent
// returns: written
// index: none, plain creation
UNWIND $rows AS row
CREATE (e:LineageEvent)
SET e = row
RETURN count(e) AS written
