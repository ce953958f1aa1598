// params: none
// returns: sequence – number of the last change, at, key – null before the first
// index: change_counter_name, change_sequence
MATCH (counter:ChangeCounter {name: 'changes'})
OPTIONAL MATCH (c:Change {sequence: counter.value})
RETURN counter.value AS sequence, c.at AS at, c.key AS key
