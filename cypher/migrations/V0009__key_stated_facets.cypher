// Facets that events stated of a dataset, job or run and that have no place of their own.
CREATE CONSTRAINT stated_facets_of IF NOT EXISTS FOR (n:StatedFacets) REQUIRE n.of IS UNIQUE;
