// params: none
// returns: namespace, datasets – how many; the largest first
// index: none, a count over the label
MATCH (d:Dataset)
RETURN d.namespace AS namespace, count(*) AS datasets
ORDER BY datasets DESC, namespace
