// params: codes
// returns: link – its properties, from, to, collected, serves
// index: backflow_link_code
UNWIND $codes AS code
MATCH (l:BackflowLink {code: code})
RETURN l {
  .*,
  from: head([(l)-[:FROM]->(d:Dataset) | d.id]),
  to: head([(l)-[:TO]->(d:Dataset) | d.id]),
  collected: head([(l)-[:RETURNS]->(d:Dataset) | d.id]),
  serves: head([(l)-[:SERVES]->(d:Department) | d.code])
} AS link
