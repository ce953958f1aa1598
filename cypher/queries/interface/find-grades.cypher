// params: codes
// returns: code, rank – 0 nothing graded … 6 CORE
// index: interface_code
UNWIND $codes AS code
MATCH (i:Interface {code: code})
OPTIONAL MATCH (i)-[:EXPOSES]->(f:Field)
RETURN i.code AS code, max(coalesce(f.gradeRank, 0)) AS rank
