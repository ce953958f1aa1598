// params: serves – codes of departments, null for all
// returns: link – its properties, from, to, collected, serves; by code
// index: backflow_link_code
MATCH (l:BackflowLink)
WHERE l.code >= ''
  AND ($serves IS NULL OR EXISTS { MATCH (l)-[:SERVES]->(s:Department) WHERE s.code IN $serves })
WITH l
ORDER BY l.code
RETURN l {
  .*,
  from: head([(l)-[:FROM]->(d:Dataset) | d.id]),
  to: head([(l)-[:TO]->(d:Dataset) | d.id]),
  collected: head([(l)-[:RETURNS]->(d:Dataset) | d.id]),
  serves: head([(l)-[:SERVES]->(d:Department) | d.code])
} AS link
