// Everything that can be found, counted by its facet values.
// params: freshSince – by update cycle
// returns: kind, department, library, grade, personalInfo, sharingType, updateFrequency, freshness, layer, theme, hits
// index: none, scans of four labels; dataset_id
MATCH (hit:Dataset|Field|Interface|Department)
WITH CASE WHEN hit:Dataset THEN 'DATASET' WHEN hit:Field THEN 'FIELD' WHEN hit:Interface THEN 'INTERFACE' ELSE 'DEPARTMENT' END AS kind,
  CASE WHEN hit:Dataset THEN hit.id ELSE hit.datasetId END AS ownerId,
  hit.grade AS grade,
  CASE WHEN hit:Dataset OR hit:Field THEN coalesce(hit.personalInfo, 'NONE') END AS personalInfo,
  CASE WHEN hit:Interface OR hit:Department THEN hit END AS other
// Grouped before the datasets are looked up: there are far fewer of them than fields.
WITH kind, ownerId, grade, personalInfo, other, count(*) AS hits
OPTIONAL MATCH (owner:Dataset {id: ownerId})
WITH kind, owner, grade, personalInfo, hits,
  CASE kind
    WHEN 'DEPARTMENT' THEN other.code
    WHEN 'INTERFACE' THEN head([(p:Department)-[:PUBLISHES]->(other) | p.code])
    ELSE head([(p:Department)-[:PROVIDES]->(owner) | p.code])
  END AS department,
  head([(l:Library)-[:HOLDS]->(owner) | l.code]) AS library
RETURN kind, department, library, grade, personalInfo,
  owner.sharingType AS sharingType, owner.updateFrequency AS updateFrequency,
  CASE
    WHEN owner IS NULL THEN null
    WHEN owner.dataUpdatedAt IS NULL OR $freshSince[owner.updateFrequency] IS NULL THEN 'UNKNOWN'
    WHEN owner.dataUpdatedAt >= $freshSince[owner.updateFrequency] THEN 'FRESH'
    ELSE 'LATE'
  END AS freshness,
  owner.layer AS layer, owner.theme AS theme, sum(hits) AS hits
