// params: ids
// returns: dataset, namespace, name
// index: dataset_id
UNWIND $ids AS id
MATCH (d:Dataset {id: id})<-[:NAMES]-(n:DatasetName)
RETURN d.id AS dataset, n.namespace AS namespace, n.name AS name
ORDER BY dataset, namespace, name
