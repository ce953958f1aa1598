// params: none
// returns: version, name, checksum – in order of version
// index: migration_version
MATCH (m:Migration)
WHERE m.version >= ''
RETURN m.version AS version, m.name AS name, m.checksum AS checksum
ORDER BY version
