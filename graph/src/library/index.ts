import type { Db } from '../db/index.js';
import type { Code, Library, Viewer } from '../model/index.js';
import { findLibraries } from './find-libraries.js';
import { type Holding, holdDatasets } from './hold-datasets.js';
import { listLibraries } from './list-libraries.js';
import { registerLibraries } from './register-libraries.js';

export type { LibraryWithCount } from './list-libraries.js';

export const libraryOperations = (db: Db) => ({
  list: (viewer: Viewer) => listLibraries(db, viewer),
  findMany: (viewer: Viewer, codes: readonly Code[]) => findLibraries(db, viewer, codes),
  register: (actor: string, libraries: readonly Library[]) => registerLibraries(db, actor, libraries),
  hold: (actor: string, holdings: readonly Holding[]) => holdDatasets(db, actor, holdings),
});
