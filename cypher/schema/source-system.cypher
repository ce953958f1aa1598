// Expected end state of source-system; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT source_system_code IF NOT EXISTS FOR (n:SourceSystem) REQUIRE n.code IS UNIQUE;
