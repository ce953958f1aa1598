// Expected end state of share-request; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT share_request_code IF NOT EXISTS FOR (n:ShareRequest) REQUIRE n.code IS UNIQUE;
CREATE INDEX share_request_state IF NOT EXISTS FOR (n:ShareRequest) ON (n.state);
