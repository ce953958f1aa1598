// Which edges one job keeps up to date in one output, and the moments at which events stated them.
CREATE INDEX flows_to_timeline IF NOT EXISTS FOR ()-[r:FLOWS_TO]-() ON (r.timeline);
CREATE INDEX lineage_statement_timeline IF NOT EXISTS FOR (n:LineageStatement) ON (n.timeline, n.stamp);
