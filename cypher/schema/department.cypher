// Expected end state of department; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT department_code IF NOT EXISTS FOR (n:Department) REQUIRE n.code IS UNIQUE;
CREATE INDEX department_kind IF NOT EXISTS FOR (n:Department) ON (n.kind);
