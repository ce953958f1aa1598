// params: codes
// returns: consumer – its properties and operatedBy
// index: consumer_code
UNWIND $codes AS code
MATCH (c:Consumer {code: code})
RETURN c {.*, operatedBy: head([(d:Department)-[:OPERATES]->(c) | d.code])} AS consumer
