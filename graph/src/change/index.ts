import type { Db } from '../db/index.js';
import type { Viewer } from '../model/index.js';
import { findLastSequence, listChanges, listChangesOf, listLatestChanges } from './list-changes.js';
import { listLatestGroups } from './list-latest-groups.js';

export type { ChangeGroup } from './list-latest-groups.js';

export const changeOperations = (db: Db) => ({
  lastSequence: () => findLastSequence(db),
  list: (viewer: Viewer, page?: { after?: number | null; first?: number | null }) =>
    listChanges(db, viewer, page),
  of: (viewer: Viewer, keys: readonly string[], page?: { first?: number; before?: number | null }) =>
    listChangesOf(db, viewer, keys, page),
  latestGroups: (viewer: Viewer, first?: number) => listLatestGroups(db, viewer, first),
  latest: (viewer: Viewer, first?: number) => listLatestChanges(db, viewer, first),
});
