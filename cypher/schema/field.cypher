// Expected end state of field; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT field_id IF NOT EXISTS FOR (n:Field) REQUIRE n.id IS UNIQUE;
CREATE INDEX field_dataset_id IF NOT EXISTS FOR (n:Field) ON (n.datasetId);
CREATE INDEX field_grade IF NOT EXISTS FOR (n:Field) ON (n.grade);
CREATE INDEX field_path IF NOT EXISTS FOR (n:Field) ON (n.path);
CREATE INDEX field_title IF NOT EXISTS FOR (n:Field) ON (n.title);
