// Holds the lock of writers without changing anything, for a read of one moment.
// params: none
// returns: value – number of the last change
// index: change_counter_name
MERGE (counter:ChangeCounter {name: 'changes'})
ON CREATE SET counter.value = 0
SET counter.locked = true
WITH counter
RETURN counter.value AS value
