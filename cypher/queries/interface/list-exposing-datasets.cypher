// params: datasets
// returns: dataset, interface
// index: dataset_id
UNWIND $datasets AS id
MATCH (d:Dataset {id: id})-[:HAS_FIELD]->(:Field)<-[:EXPOSES]-(i:Interface)
RETURN DISTINCT d.id AS dataset, i.code AS interface
ORDER BY dataset, interface
