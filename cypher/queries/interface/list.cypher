// params: filter, skip, limit
// returns: interface – its properties, provider, scene; by name
// index: none, a scan of the label with all conditions in one pass
MATCH (i:Interface)
WHERE ($filter.state IS NULL OR i.state IN $filter.state)
  AND ($filter.department IS NULL OR EXISTS { MATCH (p:Department)-[:PUBLISHES]->(i) WHERE p.code IN $filter.department })
  AND ($filter.scene IS NULL OR EXISTS { MATCH (i)-[:SERVES_SCENE]->(s:UseScene) WHERE s.code IN $filter.scene })
  AND ($filter.text = '' OR i.searchTitle CONTAINS $filter.text OR i.searchText CONTAINS $filter.text)
WITH i
ORDER BY i.name, i.code
SKIP toInteger($skip)
LIMIT toInteger($limit)
RETURN i {
  .*,
  provider: head([(p:Department)-[:PUBLISHES]->(i) | p.code]),
  scene: head([(i)-[:SERVES_SCENE]->(s:UseScene) | s.code])
} AS interface
