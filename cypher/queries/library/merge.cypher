// params: rows – all properties of each
// returns: written
// index: library_code
UNWIND $rows AS row
MERGE (n:Library {code: row.code})
SET n += row
RETURN count(n) AS written
