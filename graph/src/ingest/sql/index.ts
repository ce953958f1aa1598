export { DIALECTS } from './dialects.js';
export { sqlLineage } from './sql-lineage.js';
export type * from './types.js';
