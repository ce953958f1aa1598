// params: namespace, skip, limit
// returns: id, total – of the namespace; by name
// index: dataset_namespace_name
MATCH (d:Dataset {namespace: $namespace})
WITH count(d) AS total
MATCH (d:Dataset {namespace: $namespace})
RETURN d.id AS id, total ORDER BY d.name SKIP toInteger($skip) LIMIT toInteger($limit)
