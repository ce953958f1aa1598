import { z } from 'zod';
import { type Db, type Page, PageRequest, pageOf, parseInput, skipOf } from '../db/index.js';
import { Unavailable } from '../errors.js';
import type { LineageReader, VertexRef } from '../index/index.js';
import { addDays, cityDay, type Viewer } from '../model/index.js';
import { acceptAccessEvents } from './accept-events.js';
import type { AccessLog } from './access-log.js';
import { parsePeriod } from './access-queries.js';
import type { StoredEvent } from './access-table.js';
import { accessesBy } from './accesses-by.js';
import { whoAccessed } from './who-accessed.js';
import { writePendingRollups } from './write-rollups.js';

export type { AcceptOutcome } from './accept-events.js';
export { type AccessLog, type AccessLogSummary, type CallHour, openAccessLog } from './access-log.js';
export type { AccessesByAnswer, ConsumerAccess } from './accesses-by.js';
export type { AccessDay, AccessSum } from './sum-rollups.js';
export type { AccessThroughLineage, WhoAccessedAnswer } from './who-accessed.js';

const EventRequest = PageRequest.extend({
  consumer: z.string().nullish(),
  interface: z.string().nullish(),
  from: z.string(),
  to: z.string(),
});

/** The access log and the questions of audit. Without a log, what needs it is unavailable. */
export const accessOperations = (
  db: Db,
  lineage: { current(): LineageReader },
  accessLog: AccessLog | undefined,
) => {
  const log = () => {
    if (accessLog === undefined) throw new Unavailable('access log', 'none is open in this process');
    return accessLog;
  };
  return {
    /** NDJSON in pieces of text or bytes, or an array of events. */
    accept: async (source: AsyncIterable<string | Uint8Array> | readonly unknown[]) =>
      acceptAccessEvents(db, log(), source),
    /** Writes roll-ups that a crash left pending; to be called at start. */
    repair: async () => log().exclusive(() => writePendingRollups(db, log())),
    whoAccessed: (viewer: Viewer, ref: VertexRef, from: string, to: string) =>
      whoAccessed(db, lineage.current(), viewer, { ref, from, to }),
    accessesBy: (viewer: Viewer, consumer: string, from: string, to: string) =>
      accessesBy(db, lineage.current(), viewer, { consumer, from, to }),
    /** Calls of an interface on its last `days` days in China, today included, by hour. Throws InvalidInput. */
    async callHours(_viewer: Viewer, interfaceCode: string, days: number, now: number = Date.now()) {
      const span = parseInput(z.number().int().min(1).max(92), days, 'days');
      const to = cityDay(now);
      return log().hours({ interface: interfaceCode, from: addDays(to, 1 - span), to });
    },
    /** Size and reach of the log. */
    summarize: async (_viewer: Viewer) => log().summarize(),
    /** Logged events of some days in China, the newest first. */
    async events(_viewer: Viewer, input: z.input<typeof EventRequest>): Promise<Page<StoredEvent>> {
      const { first, after, ...filter } = parseInput(EventRequest, input);
      const offset = skipOf(after);
      const wanted = { ...filter, ...parsePeriod(filter.from, filter.to) };
      const [rows, total] = await Promise.all([
        log().list({ ...wanted, limit: first, offset }),
        log().count(wanted),
      ]);
      return pageOf(rows, total, offset);
    },
  };
};
