// Calls by day.
// params: codes – of interfaces, null for all together; since – first day
// returns: code – null when all together, day, calls, denied, rows; by code and day
// index: interface_code
MATCH (i:Interface)
WHERE $codes IS NULL OR i.code IN $codes
MATCH (:Consumer)-[a:ACCESSED]->(i)
WHERE a.day >= $since
RETURN CASE WHEN $codes IS NULL THEN null ELSE i.code END AS code, a.day AS day,
  sum(a.calls) AS calls, sum(a.denied) AS denied, sum(a.rows) AS rows
ORDER BY code, day
