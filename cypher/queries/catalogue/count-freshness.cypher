// Datasets by promised cycle against the age of their data.
// params: freshSince – by update cycle; department – provider, null for all
// returns: state, datasetCount
// index: none, a scan of the label
MATCH (d:Dataset)
WHERE $department IS NULL OR EXISTS { MATCH (p:Department)-[:PROVIDES]->(d) WHERE p.code = $department }
RETURN
  CASE
    WHEN d.dataUpdatedAt IS NULL OR $freshSince[d.updateFrequency] IS NULL THEN 'UNKNOWN'
    WHEN d.dataUpdatedAt >= $freshSince[d.updateFrequency] THEN 'FRESH'
    ELSE 'LATE'
  END AS state,
  count(d) AS datasetCount
