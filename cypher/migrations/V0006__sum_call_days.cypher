// Fills call days and last calls from the numbers by consumer that are there already.
MATCH (:Consumer)-[a:ACCESSED]->(i:Interface)
WITH i, a.day AS day, sum(a.calls) AS calls, sum(a.denied) AS denied, sum(a.rows) AS rows, max(a.lastAt) AS lastAt
CREATE (:CallDay {key: i.code + '|' + day, interface: i.code, day: day, calls: calls, denied: denied, rows: rows})
WITH i, max(lastAt) AS lastAt
SET i.lastCallAt = lastAt;
