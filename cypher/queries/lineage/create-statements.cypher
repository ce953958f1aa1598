// params: rows – timeline, stamp, event (digest), basis, run, sqlHash, link, claims
// returns: written
// index: none, plain creation
UNWIND $rows AS row
CREATE (s:LineageStatement)
SET s = row
RETURN count(s) AS written
