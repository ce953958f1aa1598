// Expected end state of lineage-event; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT lineage_event_digest IF NOT EXISTS FOR (n:LineageEvent) REQUIRE n.digest IS UNIQUE;
CREATE CONSTRAINT refused_event_digest IF NOT EXISTS FOR (n:RefusedEvent) REQUIRE n.digest IS UNIQUE;
CREATE INDEX lineage_event_received_at IF NOT EXISTS FOR (n:LineageEvent) ON (n.receivedAt);
CREATE INDEX refused_event_received_at IF NOT EXISTS FOR (n:RefusedEvent) ON (n.receivedAt);
CREATE INDEX lineage_event_event_time IF NOT EXISTS FOR (n:LineageEvent) ON (n.eventTime);
