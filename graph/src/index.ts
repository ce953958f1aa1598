export {
  type AcceptOutcome,
  type AccessDay,
  type AccessesByAnswer,
  type AccessLog,
  type AccessThroughLineage,
  type ConsumerAccess,
  openAccessLog,
  type WhoAccessedAnswer,
} from './access/index.js';
export * from './db/index.js';
export { type Neo4jEnv, readEnv } from './env.js';
export * from './errors.js';
export { createGraph, type Graph } from './graph.js';
export type { ArrivedEvent, EventOutcome, LineageService, LineageStatus } from './lineage/index.js';
export * from './model/index.js';
