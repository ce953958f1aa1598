// Daily numbers of one consumer in a period.
// params: code – of the consumer, from, to – days, both counted
// returns: rollup
// index: consumer_code
MATCH (c:Consumer {code: $code})-[a:ACCESSED]->(i:Interface)
WHERE a.day >= $from AND a.day <= $to
RETURN a {.*, consumer: c.code, interface: i.code} AS rollup
