// params: datasets
// returns: field – its properties and dataset; by dataset, ordinal, path
// index: dataset_id
UNWIND $datasets AS id
MATCH (d:Dataset {id: id})-[:HAS_FIELD]->(f:Field)
RETURN f {.*, dataset: id} AS field
ORDER BY id, f.ordinal, f.path
