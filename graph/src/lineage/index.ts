import type { Db } from '../db/index.js';
import type { Viewer } from '../model/index.js';
import { ingestEvents } from './ingest-events.js';
import type { LineageService } from './lineage-service.js';
import { countArrivals, findEventBody, listEvents } from './list-events.js';

export type { EventOutcome } from './ingest-events.js';
export type { IndexCheck, IndexSource } from './keep/messages.js';
export {
  createLineageService,
  type LineageService,
  type LineageServiceOptions,
  type LineageStatus,
} from './lineage-service.js';
export type { ArrivedEvent } from './list-events.js';
export {
  type ImpactVerification,
  impactOperations,
  type Leak,
  type VerificationReason,
} from './verify-impact/index.js';

/** Takes lineage in; the index is told to look for changes. */
export const ingestOperations = (db: Db, lineage: LineageService) => ({
  /** OpenLineage events (JSON values); one outcome for each, in order. */
  async lineage(events: readonly unknown[], options: { receivedAt: string }) {
    const outcomes = await ingestEvents(db, events, options);
    lineage.kick();
    return outcomes;
  },
  /** Events that arrived, refused ones with their reasons; the newest first. */
  list: (viewer: Viewer, request?: Parameters<typeof listEvents>[2]) => listEvents(db, viewer, request),
  /** How many were accepted and refused since a moment (ISO, UTC). */
  arrivals: (viewer: Viewer, since: string) => countArrivals(db, viewer, since),
  /** The event itself, as JSON text. */
  body: (viewer: Viewer, digest: string) => findEventBody(db, viewer, digest),
});
