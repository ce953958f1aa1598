// Expected end state of job; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT job_id IF NOT EXISTS FOR (n:Job) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT run_id IF NOT EXISTS FOR (n:Run) REQUIRE n.id IS UNIQUE;
CREATE INDEX job_namespace_name IF NOT EXISTS FOR (n:Job) ON (n.namespace, n.name);
CREATE INDEX run_job_first_stamp IF NOT EXISTS FOR (n:Run) ON (n.job, n.firstStamp);
