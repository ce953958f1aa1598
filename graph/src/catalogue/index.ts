import type { Db } from '../db/index.js';
import type { Code, Viewer } from '../model/index.js';
import { countFreshness } from './count-freshness.js';
import { summarizeCatalogue } from './summarize.js';

export type { CatalogueSummary } from './summarize.js';

export const catalogueOperations = (db: Db) => ({
  freshness: (viewer: Viewer, department?: Code | null) => countFreshness(db, viewer, department),
  summary: (viewer: Viewer) => summarizeCatalogue(db, viewer),
});
