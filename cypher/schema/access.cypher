// Expected end state of access; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT accessed_key IF NOT EXISTS FOR ()-[r:ACCESSED]-() REQUIRE r.key IS UNIQUE;
CREATE INDEX accessed_day IF NOT EXISTS FOR ()-[r:ACCESSED]-() ON (r.day);
