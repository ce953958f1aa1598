import type { Db } from '../db/index.js';
import type { DatasetId, FieldId, Viewer } from '../model/index.js';
import {
  applyFields,
  compareFields,
  describeFields,
  type FieldDescription,
  findKnown,
} from './describe-fields.js';
import { findFieldByName, findFields, listFields } from './find-fields.js';

export type { FieldDescription } from './describe-fields.js';

export const fieldOperations = (db: Db) => ({
  findMany: (viewer: Viewer, ids: readonly FieldId[]) => findFields(db, viewer, ids),
  listOf: (viewer: Viewer, datasets: readonly DatasetId[]) => listFields(db, viewer, datasets),
  findByName: (viewer: Viewer, of: { namespace: string; dataset: string; path: string }) =>
    findFieldByName(db, viewer, of),
  describe: (actor: string, rows: readonly FieldDescription[]) => describeFields(db, actor, rows),
});

/** Describing fields as a part of a larger transaction. */
export const fieldWriting = { findKnown, compare: compareFields, apply: applyFields };
export type FieldWriting = typeof fieldWriting;
