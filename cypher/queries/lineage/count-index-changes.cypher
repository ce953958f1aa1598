// How many changes after a number matter to the index, and the number of the last change.
// params: after, ignoredKinds – kinds that leave the index as it is
// returns: last, count
// index: change_counter_name, change_sequence
MATCH (counter:ChangeCounter {name: 'changes'})
RETURN counter.value AS last, COUNT {
  MATCH (c:Change)
  WHERE c.sequence > $after AND NOT c.kind IN $ignoredKinds
} AS count
