// Expected end state of dataset; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT dataset_id IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT dataset_name_key IF NOT EXISTS FOR (n:DatasetName) REQUIRE n.key IS UNIQUE;
CREATE INDEX dataset_namespace_name IF NOT EXISTS FOR (n:Dataset) ON (n.namespace, n.name);
CREATE INDEX dataset_title IF NOT EXISTS FOR (n:Dataset) ON (n.title);
CREATE INDEX dataset_updated_at IF NOT EXISTS FOR (n:Dataset) ON (n.updatedAt);
