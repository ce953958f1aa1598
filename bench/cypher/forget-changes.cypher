// Removes what an earlier run has added to the catalogue that it was filled with.
// params: $namespace of that catalogue, $prefix of the names of its datasets
// index: dataset_namespace_name
MATCH (dataset:Dataset {namespace: $namespace})
WHERE NOT dataset.name STARTS WITH $prefix
OPTIONAL MATCH (name:DatasetName)-[:NAMES]->(dataset)
OPTIONAL MATCH (dataset)-[:HAS_FIELD]->(field:Field)
DETACH DELETE field, name, dataset
