// params: links – codes
// returns: delivery – its properties and link; by link, the latest due first
// index: backflow_link_code
UNWIND $links AS code
MATCH (d:Delivery)-[:OVER]->(l:BackflowLink {code: code})
RETURN d {.*, link: l.code} AS delivery
ORDER BY l.code, d.dueOn DESC, d.id
