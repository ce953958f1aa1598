// params: none
// returns: code
// index: consumer_code
MATCH (c:Consumer)
RETURN c.code AS code
