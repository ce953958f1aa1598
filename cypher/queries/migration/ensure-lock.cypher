// params: none
// returns: nothing
// index: migration_lock_name
MERGE (:MigrationLock {name: 'migrations'})
