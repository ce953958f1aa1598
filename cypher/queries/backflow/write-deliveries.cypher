// params: rows – id, link, properties
// returns: written
// index: backflow_link_code, delivery_id
UNWIND $rows AS row
MATCH (l:BackflowLink {code: row.link})
MERGE (d:Delivery {id: row.id})
SET d += row.properties
WITH d, l
CALL (d, l) {
  MATCH (d)-[old:OVER]->(was:BackflowLink)
  WHERE was <> l
  DELETE old
}
MERGE (d)-[:OVER]->(l)
RETURN count(d) AS written
