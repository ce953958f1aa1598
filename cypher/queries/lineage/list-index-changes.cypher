// Changes from a number on, as far as the index must know them.
// params: from – number of the first, limit, detailed – kinds whose content tells what they touched
// returns: sequence, at, kind, key, afterJson – null for other kinds; in order
// index: change_sequence
MATCH (c:Change)
WHERE c.sequence >= $from
WITH c ORDER BY c.sequence LIMIT toInteger($limit)
RETURN c.sequence AS sequence, c.at AS at, c.kind AS kind, c.key AS key,
  CASE WHEN c.kind IN $detailed THEN c.afterJson END AS afterJson
