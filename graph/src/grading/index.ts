import type { Db } from '../db/index.js';
import type { DatasetId, FieldId, Grading, Viewer } from '../model/index.js';
import { applyGradings, fileGradings } from './file-gradings.js';
import { listGradings } from './list-gradings.js';

export const gradingOperations = (db: Db) => ({
  file: (actor: string, rows: readonly Grading[]) => fileGradings(db, actor, rows),
  listOf: (viewer: Viewer, targets: readonly (FieldId | DatasetId)[]) => listGradings(db, viewer, targets),
});

/** Filing gradings as a part of a larger transaction. */
export const gradingWriting = { apply: applyGradings };
export type GradingWriting = typeof gradingWriting;
