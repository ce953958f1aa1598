// params: codes
// returns: library – properties of one
// index: library_code
UNWIND $codes AS code
MATCH (n:Library {code: code})
RETURN properties(n) AS library
