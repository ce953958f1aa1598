// params: ids
// returns: field – its properties and dataset
// index: field_id
UNWIND $ids AS id
MATCH (f:Field {id: id})
RETURN f {.*, dataset: f.datasetId} AS field
