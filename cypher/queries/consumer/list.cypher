// params: skip, limit
// returns: consumer – its properties and operatedBy, by code
// index: consumer_code
MATCH (c:Consumer)
WHERE c.code >= ''
WITH c
ORDER BY c.code
SKIP toInteger($skip)
LIMIT toInteger($limit)
RETURN c {.*, operatedBy: head([(d:Department)-[:OPERATES]->(c) | d.code])} AS consumer
