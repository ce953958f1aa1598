// params: codes, since – first day that counts
// returns: code, calls, denied, rows, consumerCount, lastAt – lastAt of any day
// index: interface_code
UNWIND $codes AS code
MATCH (i:Interface {code: code})
CALL (i) {
  MATCH (c:Consumer)-[a:ACCESSED]->(i)
  RETURN
    sum(CASE WHEN a.day >= $since THEN a.calls ELSE 0 END) AS calls,
    sum(CASE WHEN a.day >= $since THEN a.denied ELSE 0 END) AS denied,
    sum(CASE WHEN a.day >= $since THEN a.rows ELSE 0 END) AS rows,
    count(DISTINCT CASE WHEN a.day >= $since THEN c END) AS consumerCount,
    max(a.lastAt) AS lastAt
}
RETURN i.code AS code, calls, denied, rows, consumerCount, lastAt
