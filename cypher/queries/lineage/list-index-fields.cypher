// One page of fields for the index.
// params: after – id before the first, limit
// returns: id, dataset, grade
// index: field_id
MATCH (f:Field)
WHERE f.id > $after
WITH f ORDER BY f.id LIMIT toInteger($limit)
RETURN f.id AS id, f.datasetId AS dataset, f.grade AS grade
