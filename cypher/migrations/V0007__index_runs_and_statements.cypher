// Which runs of a job fall into a time, and what a run stated of a timeline.
CREATE INDEX run_job_first_stamp IF NOT EXISTS FOR (n:Run) ON (n.job, n.firstStamp);
CREATE INDEX lineage_statement_run IF NOT EXISTS FOR (n:LineageStatement) ON (n.run, n.timeline);
