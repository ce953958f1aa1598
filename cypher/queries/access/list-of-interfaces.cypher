// Daily numbers of some interfaces in a period.
// params: codes – of interfaces, from, to – days, both counted
// returns: rollup
// index: interface_code
UNWIND $codes AS code
MATCH (c:Consumer)-[a:ACCESSED]->(i:Interface {code: code})
WHERE a.day >= $from AND a.day <= $to
RETURN a {.*, consumer: c.code, interface: i.code} AS rollup
