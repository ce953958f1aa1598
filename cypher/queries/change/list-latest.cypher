// params: limit
// returns: change – its properties, the last first
// index: change_sequence
MATCH (c:Change)
WHERE c.sequence > 0
WITH c
ORDER BY c.sequence DESC
LIMIT toInteger($limit)
RETURN properties(c) AS change
