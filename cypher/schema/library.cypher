// Expected end state of library; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT library_code IF NOT EXISTS FOR (n:Library) REQUIRE n.code IS UNIQUE;
