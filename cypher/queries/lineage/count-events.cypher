// params: refusedOnly
// returns: total
// index: count stores
CALL () {
  MATCH (e:LineageEvent)
  RETURN count(e) AS accepted
}
CALL () {
  MATCH (e:RefusedEvent)
  RETURN count(e) AS refused
}
RETURN refused + CASE WHEN $refusedOnly THEN 0 ELSE accepted END AS total
