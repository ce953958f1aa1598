// Numbers of one day by consumer, interface and authorisation; written again they stay the same. The interface's day
// (CallDay) takes what is new in them.
// params: rows – consumer, interface, properties (key, day, authorization, calls, denied, rows, firstAt, lastAt)
// returns: written
// index: consumer_code, interface_code, accessed_key, call_day_key
UNWIND $rows AS row
MATCH (c:Consumer {code: row.consumer})
CALL (row) { MATCH (i:Interface {code: row.interface}) RETURN i }
MERGE (c)-[a:ACCESSED {key: row.properties.key}]->(i)
WITH i, a, row.properties AS new,
  row.properties.calls - coalesce(a.calls, 0) AS calls,
  row.properties.denied - coalesce(a.denied, 0) AS denied,
  row.properties.rows - coalesce(a.rows, 0) AS rows
SET a += new
MERGE (d:CallDay {key: i.code + '|' + new.day})
  ON CREATE SET d.interface = i.code, d.day = new.day, d.calls = 0, d.denied = 0, d.rows = 0
SET d.calls = d.calls + calls, d.denied = d.denied + denied, d.rows = d.rows + rows,
  i.lastCallAt = CASE WHEN i.lastCallAt >= new.lastAt THEN i.lastCallAt ELSE new.lastAt END
RETURN count(a) AS written
