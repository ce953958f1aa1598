// params: none
// returns: account – its properties and department, by code
// index: account_code
MATCH (a:Account)
WHERE a.code >= ''
MATCH (a)-[:BELONGS_TO]->(d:Department)
RETURN a {.*, department: d.code} AS account
ORDER BY a.code
