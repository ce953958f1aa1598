export * from './batches.js';
export * from './commit.js';
export * from './connect.js';
export * from './define-query.js';
export * from './migrate.js';
export * from './neo4j-errors.js';
export * from './parse-input.js';
export * from './query-files.js';
