// A page of what a question finds, best first: whole title, beginning of it, part of it, names and pinyin, fields, prose.
// A field is also hit when its dataset has the words that it has not; a dataset also through its fields, of which up
// to three are given.
// params: text – folded, strong – Lucene query that finds the terms in titles and keys, weak – anywhere,
//   words, parts – a strong query for each of the words, none when they are not several, filter, freshSince – by update cycle, sort, skip, limit
// returns: kind, id, score, texts, fields
// index: catalogue_search, dataset_id
CALL () {
  CALL db.index.fulltext.queryNodes('catalogue_search', $strong) YIELD node, score
  RETURN node, score, 2 AS nearness, false AS literal
  UNION ALL
  CALL db.index.fulltext.queryNodes('catalogue_search', $weak) YIELD node, score
  RETURN node, score, 0 AS nearness, false AS literal
  UNION ALL
  UNWIND range(0, size($parts) - 1) AS part
  CALL db.index.fulltext.queryNodes('catalogue_search', $parts[part]) YIELD node
  WITH node, collect(part) AS has
  WHERE node:Dataset OR node:Field
  WITH CASE WHEN node:Dataset THEN node.id ELSE node.datasetId END AS dataset, collect({node: node, has: has}) AS found
  WITH head([each IN found WHERE each.node:Dataset]) AS owner, found
  WHERE owner IS NOT NULL
  UNWIND [each IN found WHERE each.node:Field] AS each
  WITH owner, each
  WHERE all(part IN range(0, size($parts) - 1) WHERE part IN each.has OR part IN owner.has)
  WITH each.node AS node, owner.node AS owner
  RETURN node, 0.0 AS score, 1 AS nearness,
    all(word IN $words WHERE node.searchTitle + ' ' + node.searchKeys + ' ' + owner.searchTitle + ' ' + owner.searchKeys CONTAINS word) AS literal
}
WITH node, max(nearness) AS nearness, max(score) AS relevance, max(literal) AS literal
WITH node,
  CASE
    WHEN node.searchTitle = $text THEN 6.0
    WHEN node.searchTitle STARTS WITH $text THEN 5.0
    WHEN node.searchTitle CONTAINS $text OR node.searchKeys STARTS WITH $text + ' ' THEN 4.0
    WHEN (' ' + node.searchKeys + ' ') CONTAINS (' ' + $text + ' ') THEN 3.5
    WHEN nearness = 2 THEN 3.0
    WHEN literal AND any(word IN $words
      WHERE node.searchTitle = word OR (' ' + node.searchKeys + ' ') CONTAINS (' ' + word + ' ')) THEN 3.0
    WHEN literal THEN 2.0
    WHEN nearness = 1 THEN 1.5
    ELSE 1.0
  END AS tier,
  0.04 * relevance / (relevance + 10) AS small
CALL (node, tier) {
  RETURN node AS hit, null AS field, CASE WHEN node:Field THEN 2.0 + tier * 0.05 ELSE tier END AS base
  UNION ALL
  WITH node, tier
  WHERE node:Field
  MATCH (d:Dataset {id: node.datasetId})
  RETURN d AS hit, node AS field, 2.5 + tier * 0.05 AS base
}
WITH hit, field, base + small AS points
ORDER BY points DESC
WITH hit, max(points) AS score, collect(field)[0..3] AS fields
WITH hit, score, fields, CASE WHEN hit:Dataset THEN 'DATASET' WHEN hit:Field THEN 'FIELD' WHEN hit:Interface THEN 'INTERFACE' ELSE 'DEPARTMENT' END AS kind
WHERE $filter.kind IS NULL OR kind IN $filter.kind
OPTIONAL MATCH (owner:Dataset {id: CASE WHEN hit:Dataset THEN hit.id ELSE hit.datasetId END})
WITH hit, score, fields, kind, owner
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
WITH hit, kind, score, fields, owner
ORDER BY
  CASE $sort WHEN 'UPDATED' THEN coalesce(hit.dataUpdatedAt, '') ELSE '' END DESC,
  CASE $sort
    WHEN 'RELEVANCE' THEN score
    WHEN 'GRADE' THEN coalesce(hit.gradeRank, 0)
    WHEN 'FIELDS' THEN coalesce(hit.fieldCount, 0)
    ELSE 0
  END DESC,
  hit.searchTitle, coalesce(hit.id, hit.code)
SKIP toInteger($skip)
LIMIT toInteger($limit)
RETURN kind, coalesce(hit.id, hit.code) AS id, score, [f IN fields | f {.title, .path}] AS fields,
  hit {.title, .name, .path, .code, .shortName, .abstract, .description, .resourceCode, .theme, .personalInfoKind, .keywords,
    dataset: CASE kind WHEN 'FIELD' THEN owner.title END, datasetName: CASE kind WHEN 'FIELD' THEN owner.name END} AS texts
