// params: codes
// returns: sourceSystem – properties of one
// index: source_system_code
UNWIND $codes AS code
MATCH (n:SourceSystem {code: code})
RETURN properties(n) AS sourceSystem
