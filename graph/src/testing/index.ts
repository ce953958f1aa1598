export * from './factories.js';
export * from './test-db.js';
