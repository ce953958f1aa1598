// Accepted events by the time that they tell.
CREATE INDEX lineage_event_event_time IF NOT EXISTS FOR (n:LineageEvent) ON (n.eventTime);
