// params: rows – of, names, stamps, texts
// returns: written
// index: stated_facets_of
UNWIND $rows AS row
MERGE (f:StatedFacets {of: row.of})
SET f = row
RETURN count(f) AS written
