// What happened lately in few lines: the newest changes, those of one kind, actor and minute together.
// params: within – so many of the newest changes are looked at; limit
// returns: kind, actor, at – of the newest, count, key, afterJson – of the newest; the newest first
// index: change_sequence
MATCH (c:Change)
WHERE c.sequence > 0
WITH c
ORDER BY c.sequence DESC
LIMIT toInteger($within)
WITH c.kind AS kind, c.actor AS actor, substring(c.at, 0, 16) AS minute, collect(c) AS changes
WITH kind, actor, size(changes) AS count, head(changes) AS newest
RETURN kind, actor, newest.at AS at, count, newest.key AS key, newest.afterJson AS afterJson
ORDER BY newest.sequence DESC
LIMIT toInteger($limit)
