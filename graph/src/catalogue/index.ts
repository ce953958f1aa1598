import type { Db } from '../db/index.js';
import type { Viewer } from '../model/index.js';
import { summarizeCatalogue } from './summarize.js';

export type { CatalogueSummary } from './summarize.js';

export const catalogueOperations = (db: Db) => ({
  summary: (viewer: Viewer) => summarizeCatalogue(db, viewer),
});
