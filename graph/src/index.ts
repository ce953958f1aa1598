export * from './db/index.js';
export { type Neo4jEnv, readEnv } from './env.js';
export * from './errors.js';
export { createGraph, type Graph } from './graph.js';
export * from './model/index.js';
