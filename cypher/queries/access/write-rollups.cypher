// Numbers of one day by consumer, interface and authorisation; written again they stay the same.
// params: rows – consumer, interface, properties (key, day, authorization, calls, denied, rows, firstAt, lastAt)
// returns: written
// index: consumer_code, interface_code, accessed_key
UNWIND $rows AS row
MATCH (c:Consumer {code: row.consumer})
CALL (row) { MATCH (i:Interface {code: row.interface}) RETURN i }
MERGE (c)-[a:ACCESSED {key: row.properties.key}]->(i)
SET a += row.properties
RETURN count(a) AS written
