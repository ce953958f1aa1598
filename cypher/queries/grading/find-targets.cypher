// params: fields
// returns: id, dataset, personalInfo, personalInfoKind
// index: field_id
UNWIND $fields AS id
MATCH (f:Field {id: id})
RETURN f.id AS id, f.datasetId AS dataset,
  coalesce(f.personalInfo, 'NONE') AS personalInfo, f.personalInfoKind AS personalInfoKind
