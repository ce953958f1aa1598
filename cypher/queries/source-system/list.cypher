// params: none
// returns: sourceSystem – properties of one, by code
// index: source_system_code
MATCH (n:SourceSystem)
WHERE n.code >= ''
RETURN properties(n) AS sourceSystem
ORDER BY n.code
