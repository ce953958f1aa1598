import type { Db } from '../db/index.js';
import type { EdgeId, Viewer } from '../model/index.js';
import { declareEdges, type EdgeDeclaration } from './declare-edges.js';
import { type Ends, findEdges, findEdgesBetween } from './find-edges.js';
import { endEdges } from './retract-edges.js';

export type { EdgeDeclaration } from './declare-edges.js';

export const edgeOperations = (db: Db) => ({
  findMany: (viewer: Viewer, ids: readonly EdgeId[]) => findEdges(db, viewer, ids),
  between: (viewer: Viewer, pairs: readonly Ends[]) => findEdgesBetween(db, viewer, pairs),
  declare: (actor: string, rows: readonly EdgeDeclaration[]) => declareEdges(db, actor, rows),
  retract: (actor: string, ids: readonly EdgeId[], reason: string) => endEdges(db, actor, ids, reason),
});
