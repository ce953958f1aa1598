// The newest changes of some things, the last first.
// params: keys, before – number of a change, limit
// returns: change – its properties
// index: change_key
UNWIND $keys AS key
MATCH (c:Change {key: key})
WHERE c.sequence < $before
WITH c
ORDER BY c.sequence DESC
LIMIT toInteger($limit)
RETURN properties(c) AS change
