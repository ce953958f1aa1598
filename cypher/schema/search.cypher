// Expected end state of search; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE FULLTEXT INDEX catalogue_search IF NOT EXISTS FOR (n:Dataset|Field|Interface|Department) ON EACH [n.searchTitle, n.searchText, n.searchKeys]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}};
