// Expected end state of change; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT change_sequence IF NOT EXISTS FOR (n:Change) REQUIRE n.sequence IS UNIQUE;
CREATE CONSTRAINT change_counter_name IF NOT EXISTS FOR (n:ChangeCounter) REQUIRE n.name IS UNIQUE;
CREATE INDEX change_key IF NOT EXISTS FOR (n:Change) ON (n.key);
