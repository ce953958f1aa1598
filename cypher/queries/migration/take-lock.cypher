// Waits for, then holds the write lock of the node until the transaction ends.
// params: none
// returns: name
// index: migration_lock_name
MATCH (lock:MigrationLock {name: 'migrations'})
SET lock.held = true
RETURN lock.name AS name
