import type { Db } from '../db/index.js';
import type { BackflowLink, Code, DatasetId, Delivery, Viewer } from '../model/index.js';
import { findLinks, listLinks, listLinksOfDatasets } from './find-links.js';
import { listClosures } from './list-closures.js';
import { listDeliveries } from './list-deliveries.js';
import { recordDeliveries } from './record-deliveries.js';
import { registerLinks } from './register-links.js';

export type { BackflowClosure } from './closure.js';
export { daysToReturn, isLate, landingRate, onTimeRate, sumRows } from './measures.js';

export const backflowOperations = (db: Db) => ({
  list: (viewer: Viewer, filter?: { department?: Code | null }) => listLinks(db, viewer, filter),
  findMany: (viewer: Viewer, codes: readonly Code[]) => findLinks(db, viewer, codes),
  closures: (viewer: Viewer, now?: number) => listClosures(db, viewer, now),
  linksOf: (viewer: Viewer, datasets: readonly DatasetId[]) => listLinksOfDatasets(db, viewer, datasets),
  deliveriesOf: (viewer: Viewer, links: readonly Code[]) => listDeliveries(db, viewer, links),
  registerLinks: (actor: string, rows: readonly BackflowLink[]) => registerLinks(db, actor, rows),
  recordDeliveries: (actor: string, rows: readonly Delivery[]) => recordDeliveries(db, actor, rows),
});
