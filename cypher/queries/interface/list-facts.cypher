// What interfaces can be chosen and ordered by beside their calls, in one pass over exposures and authorisations.
// params: text – folded part of name, code or description, '' for all;
//   exposes – id of a field or dataset that must be exposed, null for all
// returns: code, name, state, provider, scene, rank – 0 nothing graded … 6 CORE, lastAt – of any day,
//   grants – consumer, operatedBy, state, validFrom, validTo, approvedGrade
// index: none, a scan of the label
MATCH (i:Interface)
WHERE ($text = '' OR i.searchTitle CONTAINS $text OR i.searchText CONTAINS $text)
  AND ($exposes IS NULL OR EXISTS { MATCH (i)-[:EXPOSES]->(f:Field) WHERE f.id = $exposes OR f.datasetId = $exposes })
CALL (i) {
  OPTIONAL MATCH (i)-[:EXPOSES]->(f:Field)
  RETURN max(coalesce(f.gradeRank, 0)) AS rank
}
RETURN i.code AS code, i.name AS name, i.state AS state,
  head([(p:Department)-[:PUBLISHES]->(i) | p.code]) AS provider,
  head([(i)-[:SERVES_SCENE]->(s:UseScene) | s.code]) AS scene,
  rank, i.lastCallAt AS lastAt,
  COLLECT {
    MATCH (c:Consumer)-[:HOLDS]->(z:Authorization)-[:ON]->(i)
    RETURN {
      consumer: c.code, operatedBy: head([(o:Department)-[:OPERATES]->(c) | o.code]), state: z.state, validFrom: z.validFrom, validTo: z.validTo, approvedGrade: z.approvedGrade
    } AS grant
  } AS grants
ORDER BY name, code
