// Runs know their job by a property too; statements keep what they claimed, told from the edges that held at their time.
MATCH (r:Run)-[:OF]->(j:Job)
SET r.job = j.id;
MATCH (s:LineageStatement)
WHERE s.claims IS NULL
OPTIONAL MATCH (e:LineageEvent {digest: s.event})
WITH s, e, COLLECT {
  MATCH (a)-[r:FLOWS_TO {timeline: s.timeline}]->(b)
  WHERE r.basis = 'COLUMNS' AND r.retractedAt IS NULL
    AND r.fromStamp <= s.stamp AND (r.toStamp IS NULL OR s.stamp < r.toStamp)
  RETURN {
    claim: a.id + '>' + b.id + ' ' + r.kind + ' ' + r.subtype + ' ' + coalesce(r.masking, '-') + ' '
      + CASE WHEN r.note STARTS WITH 'backflow link ' THEN '' ELSE coalesce(r.note, '') END,
    link: CASE WHEN r.note STARTS WITH 'backflow link ' THEN split(split(r.note, 'backflow link ')[1], ';')[0] END,
    sqlHash: r.sqlHash
  }
} AS edges
WITH s, e, edges, split(s.timeline, '>')[0] AS job
OPTIONAL MATCH (plain:Run {id: e.run})
OPTIONAL MATCH (numbered:Run {id: e.run + '@' + job})
SET s.basis = 'COLUMNS',
  s.claims = [edge IN edges | edge.claim],
  s.link = head([edge IN edges WHERE edge.link IS NOT NULL | edge.link]),
  s.sqlHash = head([edge IN edges WHERE edge.sqlHash IS NOT NULL | edge.sqlHash]),
  s.run = coalesce(plain.id, numbered.id);
