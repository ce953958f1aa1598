// params: keys – name keys
// returns: key, dataset
// index: dataset_name_key
UNWIND $keys AS key
MATCH (:DatasetName {key: key})-[:NAMES]->(d:Dataset)
RETURN key, d.id AS dataset
