export { DIALECTS, dialectOfNamespace } from './dialects.js';
export type { MaskingRules } from './masking.js';
export { sqlLineage } from './sql-lineage.js';
export type * from './types.js';
