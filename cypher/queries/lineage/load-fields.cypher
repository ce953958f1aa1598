// params: ids
// returns: field – what events may say of it
// index: field_id
UNWIND $ids AS id
MATCH (f:Field {id: id})
RETURN f {.id, dataset: f.datasetId, .path, .title, .ordinal, .type, .description, .personalInfoKind, .observedJson} AS field
