// params: codes, days – those that count
// returns: code, calls, denied, rows, lastAt – of any day
// index: interface_code, call_day_key
UNWIND $codes AS code
MATCH (i:Interface {code: code})
CALL (i) {
  UNWIND $days AS day
  MATCH (n:CallDay {key: i.code + '|' + day})
  RETURN sum(n.calls) AS calls, sum(n.denied) AS denied, sum(n.rows) AS rows
}
RETURN i.code AS code, calls, denied, rows, i.lastCallAt AS lastAt
