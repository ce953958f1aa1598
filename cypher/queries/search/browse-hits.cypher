// A page of everything that passes a filter.
// params: filter, freshSince – by update cycle, sort, skip, limit
// returns: kind, id, score, texts, fields
// index: none, scans of four labels; dataset_id
MATCH (hit:Dataset|Field|Interface|Department)
WITH hit, CASE WHEN hit:Dataset THEN 'DATASET' WHEN hit:Field THEN 'FIELD' WHEN hit:Interface THEN 'INTERFACE' ELSE 'DEPARTMENT' END AS kind
WHERE $filter.kind IS NULL OR kind IN $filter.kind
OPTIONAL MATCH (owner:Dataset {id: CASE WHEN hit:Dataset THEN hit.id ELSE hit.datasetId END})
WITH hit, kind, owner
WHERE (($filter.grade IS NULL AND NOT $filter.ungraded)
    OR hit.grade IN $filter.grade
    OR ($filter.ungraded AND hit.grade IS NULL AND kind IN ['DATASET', 'FIELD']))
  AND ($filter.sharingType IS NULL OR owner.sharingType IN $filter.sharingType)
  AND ($filter.updateFrequency IS NULL OR owner.updateFrequency IN $filter.updateFrequency)
  AND ($filter.freshness IS NULL OR (owner IS NOT NULL AND
    CASE
      WHEN owner.dataUpdatedAt IS NULL OR $freshSince[owner.updateFrequency] IS NULL THEN 'UNKNOWN'
      WHEN owner.dataUpdatedAt >= $freshSince[owner.updateFrequency] THEN 'FRESH'
      ELSE 'LATE'
    END IN $filter.freshness))
  AND ($filter.layer IS NULL OR owner.layer IN $filter.layer)
  AND ($filter.theme IS NULL OR owner.theme IN $filter.theme)
  AND ($filter.personalInfo IS NULL
    OR (kind IN ['DATASET', 'FIELD'] AND coalesce(hit.personalInfo, 'NONE') IN $filter.personalInfo))
  AND ($filter.library IS NULL
    OR EXISTS { MATCH (l:Library)-[:HOLDS]->(owner) WHERE l.code IN $filter.library })
  AND ($filter.department IS NULL
    OR (kind = 'DEPARTMENT' AND hit.code IN $filter.department)
    OR EXISTS { MATCH (p:Department)-[:PUBLISHES]->(hit) WHERE p.code IN $filter.department }
    OR EXISTS { MATCH (p:Department)-[:PROVIDES]->(owner) WHERE p.code IN $filter.department })
WITH hit, kind, CASE kind WHEN 'DATASET' THEN 0 WHEN 'INTERFACE' THEN 1 WHEN 'DEPARTMENT' THEN 2 ELSE 3 END AS place
ORDER BY
  CASE $sort WHEN 'UPDATED' THEN coalesce(hit.dataUpdatedAt, '') ELSE '' END DESC,
  CASE $sort WHEN 'GRADE' THEN coalesce(hit.gradeRank, 0) WHEN 'FIELDS' THEN coalesce(hit.fieldCount, 0) ELSE 0 END DESC,
  CASE $sort WHEN 'TITLE' THEN 0 ELSE place END,
  hit.searchTitle, coalesce(hit.id, hit.code)
SKIP toInteger($skip)
LIMIT toInteger($limit)
RETURN kind, coalesce(hit.id, hit.code) AS id, 0.0 AS score, [] AS fields,
  hit {.title, .name, .path, .code, .shortName, .abstract, .description, .resourceCode, .theme, .personalInfoKind, .keywords} AS texts
