// What every interface was called for on each day, in one node: lists read these, not each consumer's share.
CREATE CONSTRAINT call_day_key IF NOT EXISTS FOR (n:CallDay) REQUIRE n.key IS UNIQUE;
CREATE INDEX call_day_numbers IF NOT EXISTS FOR (n:CallDay) ON (n.day, n.interface, n.calls, n.denied, n.rows);
