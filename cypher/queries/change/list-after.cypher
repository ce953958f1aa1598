// params: after, limit
// returns: change – its properties, in order of sequence
// index: change_sequence
MATCH (c:Change)
WHERE c.sequence > $after
WITH c
ORDER BY c.sequence
LIMIT toInteger($limit)
RETURN properties(c) AS change
