// Who reports data up, and who is served by a link: the rows of the closure table.
// params: none
// returns: department – code, reported – ids of datasets it provides that flow on to another provider; by code
// index: department_code
MATCH (p:Department)
WHERE p.code >= '' AND (p.kind IN ['SUBDISTRICT', 'TOWN'] OR EXISTS { MATCH (:BackflowLink)-[:SERVES]->(p) })
RETURN p.code AS department, COLLECT {
  MATCH (p)-[:PROVIDES]->(d:Dataset)
  WHERE EXISTS {
    MATCH (d)-[:HAS_FIELD]->(:Field)-[flow:FLOWS_TO]->(f:Field)<-[:HAS_FIELD]-(next:Dataset)
    WHERE flow.validTo IS NULL AND flow.retractedAt IS NULL AND NOT coalesce(flow.backflow, false)
      AND NOT EXISTS { MATCH (p)-[:PROVIDES]->(next) }
  }
  RETURN d.id AS id ORDER BY id
} AS reported
ORDER BY department
