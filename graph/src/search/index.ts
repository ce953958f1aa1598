import type { Db } from '../db/index.js';
import type { Viewer } from '../model/index.js';
import { searchCatalogue } from './search-catalogue.js';

export type { Match } from './explain-hit.js';
export type { Facet } from './facets.js';
export { MARK_END, MARK_START } from './highlight.js';
export type { Hit, SearchResult } from './search-catalogue.js';

export const searchOperations = (db: Db) => ({
  search: (viewer: Viewer, question: Parameters<typeof searchCatalogue>[2]) =>
    searchCatalogue(db, viewer, question),
});
