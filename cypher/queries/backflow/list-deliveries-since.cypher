// Deliveries over every link that were due since a day.
// params: since – day
// returns: delivery – its properties and link; by link, the latest due first
// index: backflow_link_code
MATCH (l:BackflowLink)
WHERE l.code >= ''
CALL (l) {
  MATCH (d:Delivery)-[:OVER]->(l)
  WHERE d.dueOn >= $since
  RETURN d
}
RETURN d {.*, link: l.code} AS delivery
ORDER BY l.code, d.dueOn DESC, d.id
