// Which store this is: a file about another one is not about this one.
// params: none
// returns: id
// index: none, not from the graph
CALL db.info() YIELD id
RETURN id
