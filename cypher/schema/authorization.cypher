// Expected end state of authorization; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT authorization_code IF NOT EXISTS FOR (n:Authorization) REQUIRE n.code IS UNIQUE;
CREATE INDEX authorization_valid_to IF NOT EXISTS FOR (n:Authorization) ON (n.validTo);
