// Expected end state of interface; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT interface_code IF NOT EXISTS FOR (n:Interface) REQUIRE n.code IS UNIQUE;
CREATE INDEX interface_state IF NOT EXISTS FOR (n:Interface) ON (n.state);
