import type { Db } from '../db/index.js';
import type { Code, SourceSystem, Viewer } from '../model/index.js';
import { findSourceSystems } from './find-source-systems.js';
import { listSourceSystems } from './list-source-systems.js';
import { registerSourceSystems } from './register-source-systems.js';

export const sourceSystemOperations = (db: Db) => ({
  list: (viewer: Viewer) => listSourceSystems(db, viewer),
  findMany: (viewer: Viewer, codes: readonly Code[]) => findSourceSystems(db, viewer, codes),
  register: (actor: string, rows: readonly SourceSystem[]) => registerSourceSystems(db, actor, rows),
});
