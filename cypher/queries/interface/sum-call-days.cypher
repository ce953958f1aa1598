// Calls of all interfaces by day; every property of the index is asked for, so that it alone answers.
// params: since – first day
// returns: day, calls, denied, rows; by day
// index: call_day_numbers
MATCH (n:CallDay)
WHERE n.day >= $since AND n.interface IS NOT NULL AND n.calls IS NOT NULL AND n.denied IS NOT NULL AND n.rows IS NOT NULL
RETURN n.day AS day, sum(n.calls) AS calls, sum(n.denied) AS denied, sum(n.rows) AS rows
ORDER BY day
