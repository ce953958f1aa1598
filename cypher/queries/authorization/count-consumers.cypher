// params: datasets, day – today, ended – states of authorisations that hold no more
// returns: dataset, consumerCount – with an authorisation, ended ones too, useCount – with one that holds today
// index: dataset_id
UNWIND $datasets AS id
MATCH (d:Dataset {id: id})
OPTIONAL MATCH (d)-[:HAS_FIELD]->(:Field)<-[:COVERS]-(a:Authorization)<-[:HOLDS]-(c:Consumer)
RETURN d.id AS dataset, count(DISTINCT c) AS consumerCount,
  count(DISTINCT CASE WHEN NOT a.state IN $ended AND a.validFrom <= $day AND $day < a.validTo THEN c END) AS useCount
