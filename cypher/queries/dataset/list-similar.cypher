// Datasets that hold fields of the same column name or title. The rarer a name, the more it weighs; names that very
// many fields have say nothing and are passed over.
// params: id, common – so many fields of one name are too many, limit
// returns: dataset – id, titles – of the shared fields, weight; the heaviest first
// index: dataset_id, field_path, field_title
MATCH (d:Dataset {id: $id})-[:HAS_FIELD]->(f:Field)
WITH d, f, COUNT { MATCH (p:Field) WHERE p.path = f.path } AS paths
// A field without a title is known by its column name alone.
WITH d, f, paths, CASE WHEN f.title = '' THEN paths ELSE COUNT { MATCH (t:Field) WHERE t.title = f.title } END AS titles
WHERE paths + titles > 2 AND paths + titles <= 2 * $common
CALL (f) {
  MATCH (g:Field) WHERE g.path = f.path
  RETURN g
  UNION
  MATCH (g:Field) WHERE g.title = f.title AND f.title <> ''
  RETURN g
}
WITH d, g.datasetId AS dataset, f, 2.0 / (paths + titles) AS weight
WHERE dataset <> d.id
WITH dataset, f, max(weight) AS weight
ORDER BY f.ordinal
WITH dataset, collect(coalesce(nullIf(f.title, ''), f.path)) AS titles, sum(weight) AS weight
RETURN dataset, titles, weight
// Sums of fractions differ in the last digits by the order of adding.
ORDER BY round(weight, 9) DESC, size(titles) DESC, dataset
LIMIT toInteger($limit)
