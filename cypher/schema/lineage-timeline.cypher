// Expected end state of lineage timelines; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE INDEX flows_to_timeline IF NOT EXISTS FOR ()-[r:FLOWS_TO]-() ON (r.timeline);
CREATE INDEX lineage_statement_timeline IF NOT EXISTS FOR (n:LineageStatement) ON (n.timeline, n.stamp);
CREATE INDEX lineage_statement_run IF NOT EXISTS FOR (n:LineageStatement) ON (n.run, n.timeline);
