// params: keys – name keys
// returns: key, dataset – its properties, provider, library, source
// index: dataset_name_key
UNWIND $keys AS key
MATCH (:DatasetName {key: key})-[:NAMES]->(d:Dataset)
RETURN key, d {
  .*,
  provider: head([(p:Department)-[:PROVIDES]->(d) | p.code]),
  library: head([(l:Library)-[:HOLDS]->(d) | l.code]),
  source: head([(s:SourceSystem)-[:STORES]->(d) | s.code])
} AS dataset
