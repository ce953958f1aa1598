// params: rows – key, namespace, name, dataset
// returns: written
// index: dataset_id, dataset_name_key
UNWIND $rows AS row
MATCH (d:Dataset {id: row.dataset})
MERGE (n:DatasetName {key: row.key})
  ON CREATE SET n.namespace = row.namespace, n.name = row.name
MERGE (n)-[:NAMES]->(d)
RETURN count(n) AS written
