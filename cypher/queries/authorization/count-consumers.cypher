// params: datasets
// returns: dataset, consumerCount
// index: dataset_id
UNWIND $datasets AS id
MATCH (d:Dataset {id: id})
OPTIONAL MATCH (d)-[:HAS_FIELD]->(:Field)<-[:COVERS]-(:Authorization)<-[:HOLDS]-(c:Consumer)
RETURN d.id AS dataset, count(DISTINCT c) AS consumerCount
