// Appends one link to the chain of applied migrations.
// params: version, name, checksum, appliedAt; previous – version of the link before, null for the first
// returns: version
// index: migration_version
OPTIONAL MATCH (before:Migration {version: $previous})
CREATE (m:Migration {version: $version, name: $name, checksum: $checksum, appliedAt: $appliedAt})
FOREACH (b IN CASE WHEN before IS NULL THEN [] ELSE [before] END | CREATE (b)-[:NEXT]->(m))
RETURN m.version AS version
