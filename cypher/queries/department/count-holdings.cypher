// params: codes
// returns: code, datasetCount, interfaceCount, consumerCount
// index: department_code
UNWIND $codes AS code
MATCH (d:Department {code: code})
RETURN d.code AS code,
  COUNT { (d)-[:PROVIDES]->() } AS datasetCount,
  COUNT { (d)-[:PUBLISHES]->() } AS interfaceCount,
  COUNT { (d)-[:OPERATES]->() } AS consumerCount
