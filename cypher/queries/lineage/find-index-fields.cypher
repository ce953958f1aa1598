// Some fields for the index.
// params: ids
// returns: id, dataset, grade
// index: field_id
UNWIND $ids AS id
MATCH (f:Field {id: id})
RETURN f.id AS id, f.datasetId AS dataset, f.grade AS grade
