// params: ids
// returns: dataset – its properties, provider, library, source
// index: dataset_id
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
RETURN d {
  .*,
  provider: head([(p:Department)-[:PROVIDES]->(d) | p.code]),
  library: head([(l:Library)-[:HOLDS]->(d) | l.code]),
  source: head([(s:SourceSystem)-[:STORES]->(d) | s.code])
} AS dataset
