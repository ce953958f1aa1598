// Expected end state of access; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT accessed_key IF NOT EXISTS FOR ()-[r:ACCESSED]-() REQUIRE r.key IS UNIQUE;
CREATE INDEX accessed_day IF NOT EXISTS FOR ()-[r:ACCESSED]-() ON (r.day);
CREATE CONSTRAINT call_day_key IF NOT EXISTS FOR (n:CallDay) REQUIRE n.key IS UNIQUE;
CREATE INDEX call_day_numbers IF NOT EXISTS FOR (n:CallDay) ON (n.day, n.interface, n.calls, n.denied, n.rows);
