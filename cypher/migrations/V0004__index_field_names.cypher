// Fields by column name and by title: to find the same field in other datasets.
CREATE INDEX field_path IF NOT EXISTS FOR (n:Field) ON (n.path);
CREATE INDEX field_title IF NOT EXISTS FOR (n:Field) ON (n.title);
