// params: none
// returns: library – its properties and datasetCount; base-element libraries first, then by code
// index: library_code
MATCH (n:Library)
WHERE n.code >= ''
RETURN n {.*, datasetCount: COUNT { (n)-[:HOLDS]->() }} AS library
ORDER BY n.kind, n.code
