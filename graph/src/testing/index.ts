export * from './broken-line.js';
export * from './factories.js';
export * from './test-db.js';
