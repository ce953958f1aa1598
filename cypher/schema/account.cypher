// Expected end state of account; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT account_code IF NOT EXISTS FOR (n:Account) REQUIRE n.code IS UNIQUE;
