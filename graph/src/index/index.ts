export { applyDelta } from './apply-delta.js';
export { buildIndexData, type IndexDataBuilder, indexDataBuilder } from './build.js';
export type { IndexData } from './data.js';
export {
  compareFingerprints,
  type Fingerprint,
  type FingerprintPart,
  fingerprintOf,
} from './fingerprint.js';
export { indexBytes, LAYOUT, type PackedIndex, packIndexData, unpackIndexData } from './layout.js';
export { buildLineageIndex, type OpenOptions, openLineageIndex } from './open.js';
export { type PackedIds, packIds, unpackIds } from './packed-ids.js';
export * from './reader.js';
export { QuestionCancelled, QuestionOverdue, type StopSignal } from './stop.js';
export * from './types.js';
