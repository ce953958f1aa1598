// Expected end state of consumer; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT consumer_code IF NOT EXISTS FOR (n:Consumer) REQUIRE n.code IS UNIQUE;
