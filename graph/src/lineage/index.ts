import type { Db } from '../db/index.js';
import { Unavailable } from '../errors.js';
import type { Viewer } from '../model/index.js';
import { findFacets } from './find-facets.js';
import type { Inbox, InboxStatus } from './inbox/inbox.js';
import { type EventOutcome, ingestEvents } from './ingest-events.js';
import type { LineageService } from './lineage-service.js';
import { countArrivals, findEventBody, listEventBodies, listEvents } from './list-events.js';
import { previewEvent, tablesOf } from './preview-sql.js';

export type { StatedFacets } from './find-facets.js';
export { type Inbox, type InboxOptions, type InboxStatus, openInbox } from './inbox/inbox.js';
export type { EventOutcome } from './ingest-events.js';
export type { IndexCheck, IndexSource } from './keep/messages.js';
export {
  createLineageService,
  type LineageService,
  type LineageServiceOptions,
  type LineageStatus,
} from './lineage-service.js';
export type { ArrivedEvent } from './list-events.js';
export type { EventPreview, PreviewedEdge } from './preview-sql.js';
export {
  type ImpactVerification,
  impactOperations,
  type Leak,
  type VerificationReason,
} from './verify-impact/index.js';

function needed(inbox: Inbox | undefined): Inbox {
  if (inbox === undefined) throw new Unavailable('inbox', 'this process has none open');
  return inbox;
}

/** Takes lineage in; the index is told to look for changes. Without an inbox, what needs it is unavailable. */
export const ingestOperations = (db: Db, lineage: LineageService, inbox?: Inbox) => ({
  /**
   * Keeps OpenLineage events (JSON values) safe in the inbox; the graph is built after. One outcome for each, in
   * order, and what `built` waits for. Throws Unavailable when the inbox is full or cannot be written.
   */
  async accept(events: readonly unknown[], { receivedAt }: { receivedAt: string }) {
    const { readings, place } = await needed(inbox).accept(events, receivedAt);
    const outcomes = readings.map(
      (reading, index): EventOutcome =>
        reading.ok
          ? { index, status: 'accepted', reasons: [], notices: reading.facts.notices }
          : { index, status: 'refused', reasons: reading.refused.faults, notices: [] },
    );
    return { outcomes, place };
  },
  /** Resolves when what was accepted (up to a place) is in the graph; throws Unavailable when that takes too long. */
  built: (...args: Parameters<Inbox['built']>) => needed(inbox).built(...args),
  /** How the inbox does; null when this process has none open. */
  inbox: (): InboxStatus | null => inbox?.status() ?? null,
  /** Builds OpenLineage events (JSON values) at once, past the inbox; one outcome for each, in order. */
  async lineage(events: readonly unknown[], options: { receivedAt: string }) {
    const outcomes = await ingestEvents(db, events, options);
    lineage.kick();
    return outcomes;
  },
  /** What taking an event in would state; changes nothing. */
  preview: (_viewer: Viewer, event: unknown) => previewEvent(event),
  /** The tables that a text of SQL names. */
  tablesOf: (_viewer: Viewer, sql: string, dialect: string) => tablesOf(sql, dialect),
  /** Events that arrived, refused ones with their reasons; the newest first. */
  list: (viewer: Viewer, request?: Parameters<typeof listEvents>[2]) => listEvents(db, viewer, request),
  /** How many were accepted and refused since a moment (ISO, UTC). */
  arrivals: (viewer: Viewer, since: string) => countArrivals(db, viewer, since),
  /** Accepted events as they came, by their own time. */
  bodies: (viewer: Viewer, request: Parameters<typeof listEventBodies>[2]) =>
    listEventBodies(db, viewer, request),
  /** Facets that events stated of datasets, jobs and runs. */
  facets: (viewer: Viewer, of: readonly string[]) => findFacets(db, viewer, of),
  /** The event itself, as JSON text. */
  body: (viewer: Viewer, digest: string) => findEventBody(db, viewer, digest),
});
