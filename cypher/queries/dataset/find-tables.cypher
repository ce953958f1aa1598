// Datasets of one database by the names that SQL gives them, which may lack the first parts.
// params: namespace, tables – in lower case
// returns: id, namespace, name
// index: dataset_namespace_name
MATCH (d:Dataset {namespace: $namespace})
WITH d, toLower(d.name) AS name
WHERE any(table IN $tables WHERE name = table OR name ENDS WITH '.' + table)
RETURN d.id AS id, d.namespace AS namespace, d.name AS name
ORDER BY name
