// Facets of datasets, jobs and runs, as events left them.
// params: of – ids
// returns: of, names, stamps, texts – three lists in step; an empty text = taken back
// index: stated_facets_of
UNWIND $of AS of
MATCH (f:StatedFacets {of: of})
RETURN of, f.names AS names, f.stamps AS stamps, f.texts AS texts
