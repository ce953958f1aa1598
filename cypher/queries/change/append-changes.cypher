// Appends numbered changes and moves the counter; only inside a transaction that holds the counter's lock.
// params: changes – properties of each Change; last – the highest number among them
// returns: appended – how many
// index: change_counter_name
MATCH (counter:ChangeCounter {name: 'changes'})
SET counter.value = $last
WITH counter
UNWIND $changes AS change
CREATE (c:Change)
SET c = change
RETURN count(c) AS appended
