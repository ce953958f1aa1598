// params: key – name key of a dataset
// returns: id
// index: dataset_name_key
MATCH (:DatasetName {key: $key})-[:NAMES]->(d:Dataset)
RETURN d.id AS id
