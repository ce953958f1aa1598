// One page of datasets for the index, as columns, which cost a driver less than rows.
// params: after – id before the first, until – last id of the part, limit
// returns: ids, departments, libraries, layers – of the same length, '' where there is none
// index: dataset_id
MATCH (d:Dataset)
WHERE d.id > $after AND d.id <= $until
WITH d ORDER BY d.id LIMIT toInteger($limit)
RETURN collect(d.id) AS ids, collect(coalesce(d.layer, '')) AS layers,
  collect(coalesce(head([(p:Department)-[:PROVIDES]->(d) | p.code]), '')) AS departments,
  collect(coalesce(head([(l:Library)-[:HOLDS]->(d) | l.code]), '')) AS libraries
