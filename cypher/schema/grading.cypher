// Expected end state of grading; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT grading_id IF NOT EXISTS FOR (n:Grading) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT downgrade_case_code IF NOT EXISTS FOR (n:DowngradeCase) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT measure_plan_code IF NOT EXISTS FOR (n:MeasurePlan) REQUIRE n.code IS UNIQUE;
CREATE INDEX grading_filed_at IF NOT EXISTS FOR (n:Grading) ON (n.filedAt);
