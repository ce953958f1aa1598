-- Everything derived from one field ($1), counted by layer and department.
WITH RECURSIVE reached (n) AS (
  SELECT $1::integer
  UNION
  SELECT edges.target FROM reached JOIN edges ON edges.source = reached.n
)
SELECT layer, department, count(*)::integer AS fields
FROM reached JOIN fields USING (n)
WHERE n <> $1
GROUP BY layer, department
