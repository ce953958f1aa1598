// params: codes
// returns: interface, field, alias, masking, reversible; by interface and alias
// index: interface_code
UNWIND $codes AS code
MATCH (i:Interface {code: code})-[e:EXPOSES]->(f:Field)
RETURN i.code AS interface, f.id AS field, e.alias AS alias, e.masking AS masking, e.reversible AS reversible
ORDER BY interface, alias
