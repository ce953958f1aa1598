// Expected end state of stated facets; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT stated_facets_of IF NOT EXISTS FOR (n:StatedFacets) REQUIRE n.of IS UNIQUE;
