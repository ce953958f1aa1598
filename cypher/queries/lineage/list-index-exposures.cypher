// params: none
// returns: interface, exposures – field, masking, reversible of each exposed field
// index: interface_code
MATCH (i:Interface)
RETURN i.code AS interface,
  [(i)-[e:EXPOSES]->(f:Field) | {field: f.id, masking: e.masking, reversible: coalesce(e.reversible, false)}] AS exposures
