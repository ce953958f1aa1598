// params: codes
// returns: account – its properties and department
// index: account_code
UNWIND $codes AS code
MATCH (a:Account {code: code})-[:BELONGS_TO]->(d:Department)
RETURN a {.*, department: d.code} AS account
