// params: none
// returns: value – number of the last change
// index: change_counter_name
MATCH (counter:ChangeCounter {name: 'changes'})
RETURN counter.value AS value
