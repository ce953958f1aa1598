// Calls of interfaces on some days; days without calls are left out.
// params: codes, days
// returns: code, day, calls, denied, rows
// index: call_day_key
UNWIND $codes AS code
UNWIND $days AS day
MATCH (n:CallDay {key: code + '|' + day})
RETURN code, n.day AS day, n.calls AS calls, n.denied AS denied, n.rows AS rows
