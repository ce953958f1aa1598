// Takes the lock that makes writers serial. Writing `locked` is what locks; `value` is read after it.
// params: none
// returns: value – number of the last change, 0 before the first
// index: change_counter_name
MERGE (counter:ChangeCounter {name: 'changes'})
ON CREATE SET counter.value = 0
SET counter.locked = true
WITH counter
RETURN counter.value AS value
