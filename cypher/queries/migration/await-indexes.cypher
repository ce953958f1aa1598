// params: none
// returns: nothing
// index: none
CALL db.awaitIndexes(300)
