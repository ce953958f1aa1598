// params: none
// returns: nothing
// index: migration_lock_name (made here: the migrator needs it before the first migration)
CREATE CONSTRAINT migration_lock_name IF NOT EXISTS FOR (n:MigrationLock) REQUIRE n.name IS UNIQUE
