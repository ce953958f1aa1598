// Calls of each interface since a day; both properties are asked for, so that the index alone answers.
// params: since – first day
// returns: code, calls
// index: call_day_numbers
MATCH (n:CallDay)
WHERE n.day >= $since AND n.interface IS NOT NULL AND n.calls IS NOT NULL
RETURN n.interface AS code, sum(n.calls) AS calls
