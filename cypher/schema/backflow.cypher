// Expected end state of backflow; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT backflow_link_code IF NOT EXISTS FOR (n:BackflowLink) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT delivery_id IF NOT EXISTS FOR (n:Delivery) REQUIRE n.id IS UNIQUE;
CREATE INDEX delivery_due_on IF NOT EXISTS FOR (n:Delivery) ON (n.dueOn);
