ALTER TABLE fields ADD PRIMARY KEY (n);
CREATE INDEX ON edges (source, target);
