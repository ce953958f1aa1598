// Calls of each interface since a day; every property of the index is asked for, so that it alone answers.
// params: since – first day
// returns: code, calls
// index: call_day_numbers
MATCH (n:CallDay)
WHERE n.day >= $since AND n.interface IS NOT NULL AND n.calls IS NOT NULL AND n.denied IS NOT NULL AND n.rows IS NOT NULL
RETURN n.interface AS code, sum(n.calls) AS calls
