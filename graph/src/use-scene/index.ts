import type { Db } from '../db/index.js';
import type { Code, UseScene, Viewer } from '../model/index.js';
import { findUseScenes } from './find-use-scenes.js';
import { listUseScenes } from './list-use-scenes.js';
import { registerUseScenes } from './register-use-scenes.js';

export const useSceneOperations = (db: Db) => ({
  list: (viewer: Viewer) => listUseScenes(db, viewer),
  findMany: (viewer: Viewer, codes: readonly Code[]) => findUseScenes(db, viewer, codes),
  register: (actor: string, rows: readonly UseScene[]) => registerUseScenes(db, actor, rows),
});
