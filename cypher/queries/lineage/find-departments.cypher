// Which of these codes are departments.
// params: codes
// returns: code
// index: department_code
UNWIND $codes AS code
MATCH (d:Department {code: code})
RETURN d.code AS code
