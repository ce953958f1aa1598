// Sources that events name; one that people registered stays as it is.
// params: rows – code, name, uri
// returns: written
// index: source_system_code
UNWIND $rows AS row
MERGE (s:SourceSystem {code: row.code})
  ON CREATE SET s.name = row.name, s.uri = row.uri
RETURN count(s) AS written
