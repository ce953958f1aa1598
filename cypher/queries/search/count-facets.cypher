// All hits of a question, counted by their facet values; a dataset is also hit through its fields, and a
// field when its dataset has the words that it has not.
// params: freshSince – by update cycle, weak – Lucene query that finds the terms anywhere, parts – a query for each
//   of the words in titles and keys, none when they are not several
// returns: kind, department, library, grade, personalInfo, sharingType, updateFrequency, freshness, layer, theme, hits
// index: catalogue_search, dataset_id
CALL () {
  CALL db.index.fulltext.queryNodes('catalogue_search', $weak) YIELD node
  RETURN node
  UNION
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
  RETURN each.node AS node
}
CALL (node) {
  RETURN node AS hit
  UNION
  WITH node
  WHERE node:Field
  MATCH (d:Dataset {id: node.datasetId})
  RETURN d AS hit
}
WITH DISTINCT hit
OPTIONAL MATCH (owner:Dataset {id: CASE WHEN hit:Dataset THEN hit.id ELSE hit.datasetId END})
WITH owner, hit.grade AS grade,
  CASE WHEN hit:Dataset OR hit:Field THEN coalesce(hit.personalInfo, 'NONE') END AS personalInfo,
  CASE WHEN hit:Interface OR hit:Department THEN hit END AS other,
  CASE WHEN hit:Dataset THEN 'DATASET' WHEN hit:Field THEN 'FIELD' WHEN hit:Interface THEN 'INTERFACE' ELSE 'DEPARTMENT' END AS kind
WITH kind, owner, grade, personalInfo, other, count(*) AS hits
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
