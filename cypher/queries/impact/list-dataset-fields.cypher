// The fields of some datasets: into all of them flows what flows into the dataset as a whole.
// params: ids – of datasets
// returns: id, fields – their ids
// index: dataset_id
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
RETURN d.id AS id, COLLECT { MATCH (d)-[:HAS_FIELD]->(f:Field) RETURN f.id } AS fields
