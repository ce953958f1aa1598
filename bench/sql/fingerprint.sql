-- The same with the sum of the fields' random numbers, which tells two sets of equal size apart.
WITH RECURSIVE reached (n) AS (
  SELECT $1::integer
  UNION
  SELECT edges.target FROM reached JOIN edges ON edges.source = reached.n
)
SELECT layer, department, count(*)::integer AS fields, sum(salt)::bigint::text AS sum
FROM reached JOIN fields USING (n)
WHERE n <> $1
GROUP BY layer, department
