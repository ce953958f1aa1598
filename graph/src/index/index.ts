export { buildIndexData, type IndexDataBuilder, indexDataBuilder } from './build.js';
export type { IndexData } from './data.js';
export { buildLineageIndex, type OpenOptions, openLineageIndex } from './open.js';
export * from './types.js';
