// Brings the summaries of fields on their dataset up to date (just as strict as the strictest field or filing).
// params: ids
// returns: written
// index: dataset_id
UNWIND $ids AS id
MATCH (d:Dataset {id: id})
OPTIONAL MATCH (d)-[:HAS_FIELD]->(f:Field)
WITH d, count(f) AS fieldCount,
  max(coalesce(f.gradeRank, 0)) AS fieldRank,
  max(CASE f.personalInfo WHEN 'SENSITIVE' THEN 2 WHEN 'GENERAL' THEN 1 ELSE 0 END) AS personal
WITH d, fieldCount, personal,
  CASE WHEN coalesce(d.filedRank, 0) > fieldRank THEN d.filedRank ELSE fieldRank END AS rank
SET d.fieldCount = fieldCount,
  d.gradeRank = rank,
  d.grade = [null, 'L1', 'L2', 'L3', 'L4', 'IMPORTANT', 'CORE'][rank],
  d.personalInfo = ['NONE', 'GENERAL', 'SENSITIVE'][personal]
RETURN count(d) AS written
