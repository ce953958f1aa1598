// params: ids
// returns: dataset – what events may say of it, with provider and source
// index: dataset_id
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
RETURN d {
  .id, .namespace, .name, .title, .abstract, .keywords, .resourceCode, .theme, .observedJson, .schemasJson,
  provider: head([(p:Department)-[:PROVIDES]->(d) | p.code]),
  source: head([(s:SourceSystem)-[:STORES]->(d) | s.code])
} AS dataset
