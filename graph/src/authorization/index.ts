import type { Db } from '../db/index.js';
import type { Authorization, Code, DatasetId, Viewer } from '../model/index.js';
import { findAuthorizations } from './find-authorizations.js';
import { grantAuthorizations } from './grant-authorizations.js';
import { countConsumers, listAuthorizations } from './list-authorizations.js';

export const authorizationOperations = (db: Db) => ({
  findMany: (viewer: Viewer, codes: readonly Code[]) => findAuthorizations(db, viewer, codes),
  listOf: (viewer: Viewer, of: { interfaces?: readonly Code[]; consumers?: readonly Code[] }) =>
    listAuthorizations(db, viewer, of),
  consumerCountsOf: (viewer: Viewer, datasets: readonly DatasetId[]) => countConsumers(db, viewer, datasets),
  grant: (actor: string, rows: readonly Authorization[]) => grantAuthorizations(db, actor, rows),
});
