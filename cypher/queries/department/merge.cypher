// params: rows – all properties of each, aliases as aliasesJson
// returns: written
// index: department_code
UNWIND $rows AS row
MERGE (d:Department {code: row.code})
SET d += row
RETURN count(d) AS written
