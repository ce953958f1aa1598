// params: ids
// returns: delivery – its properties and link
// index: delivery_id
UNWIND $ids AS id
MATCH (d:Delivery {id: id})-[:OVER]->(l:BackflowLink)
RETURN d {.*, link: l.code} AS delivery
