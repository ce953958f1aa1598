// params: none
// returns: nothing
// index: migration_version (made here: the migrator needs it before the first migration)
CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE
