// One full-text index over everything that search finds. `cjk` cuts Chinese into pairs and keeps Latin words whole;
// the words themselves are prepared when a node is written (searchTitle, searchText, searchKeys).
CREATE FULLTEXT INDEX catalogue_search IF NOT EXISTS FOR (n:Dataset|Field|Interface|Department) ON EACH [n.searchTitle, n.searchText, n.searchKeys]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}};
