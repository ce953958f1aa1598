// params: filter, freshSince – by update cycle, sort, skip, limit
// returns: dataset – its properties, provider, library, source
// index: none, a scan of the label with all conditions in one pass
MATCH (d:Dataset)
WITH d, CASE
  WHEN d.dataUpdatedAt IS NULL OR $freshSince[d.updateFrequency] IS NULL THEN 'UNKNOWN'
  WHEN d.dataUpdatedAt >= $freshSince[d.updateFrequency] THEN 'FRESH'
  ELSE 'LATE'
END AS freshness
WHERE ($filter.department IS NULL OR EXISTS { MATCH (p:Department)-[:PROVIDES]->(d) WHERE p.code IN $filter.department })
  AND ($filter.library IS NULL OR EXISTS { MATCH (l:Library)-[:HOLDS]->(d) WHERE l.code IN $filter.library })
  AND ((($filter.grade IS NULL) AND NOT $filter.ungraded) OR d.grade IN $filter.grade OR ($filter.ungraded AND d.grade IS NULL))
  AND ($filter.sharingType IS NULL OR d.sharingType IN $filter.sharingType)
  AND ($filter.updateFrequency IS NULL OR d.updateFrequency IN $filter.updateFrequency)
  AND ($filter.freshness IS NULL OR freshness IN $filter.freshness)
  AND ($filter.layer IS NULL OR d.layer IN $filter.layer)
  AND ($filter.theme IS NULL OR d.theme IN $filter.theme)
  AND ($filter.personalInfo IS NULL OR coalesce(d.personalInfo, 'NONE') IN $filter.personalInfo)
  AND ($filter.text = '' OR d.searchTitle CONTAINS $filter.text OR d.searchText CONTAINS $filter.text)
WITH d
ORDER BY
  CASE $sort WHEN 'UPDATED' THEN coalesce(d.dataUpdatedAt, '') ELSE '' END DESC,
  CASE $sort WHEN 'GRADE' THEN coalesce(d.gradeRank, 0) WHEN 'FIELDS' THEN coalesce(d.fieldCount, 0) ELSE 0 END DESC,
  d.title, d.id
SKIP toInteger($skip)
LIMIT toInteger($limit)
RETURN d {
  .*,
  provider: head([(p:Department)-[:PROVIDES]->(d) | p.code]),
  library: head([(l:Library)-[:HOLDS]->(d) | l.code]),
  source: head([(s:SourceSystem)-[:STORES]->(d) | s.code])
} AS dataset
