// params: rows – all properties of each
// returns: written
// index: source_system_code
UNWIND $rows AS row
MERGE (n:SourceSystem {code: row.code})
SET n += row
RETURN count(n) AS written
