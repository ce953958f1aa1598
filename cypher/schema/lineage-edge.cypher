// Expected end state of lineage-edge; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT flows_to_id IF NOT EXISTS FOR ()-[r:FLOWS_TO]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX flows_to_job IF NOT EXISTS FOR ()-[r:FLOWS_TO]-() ON (r.job);
