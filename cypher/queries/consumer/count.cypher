// params: none
// returns: total
// index: the count store
MATCH (c:Consumer)
RETURN count(c) AS total
