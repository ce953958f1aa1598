// Expected end state of case; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT supervision_case_code IF NOT EXISTS FOR (n:SupervisionCase) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT objection_code IF NOT EXISTS FOR (n:Objection) REQUIRE n.code IS UNIQUE;
CREATE INDEX supervision_case_state IF NOT EXISTS FOR (n:SupervisionCase) ON (n.state);
CREATE INDEX objection_state IF NOT EXISTS FOR (n:Objection) ON (n.state);
