import { join } from 'node:path';
import type { ConnectOptions } from '../../db/index.js';
import { Unavailable } from '../../errors.js';
import { type EventReading, readEvent } from '../../ingest/openlineage/index.js';
import { startThread } from '../../start-thread.js';
import { REASONS_KEPT, REFUSED_BODY } from '../ingest-events.js';
import { unpackError } from '../serve/thread-error.js';
import { createAppender } from './appender.js';
import { readMark } from './builder.js';
import type { FromBuilder, ToBuilder } from './messages.js';
import { isBefore, listSegments, type Place } from './segments.js';

/** How the inbox does. */
export interface InboxStatus {
  /** Events that came since this process started and are not built yet. */
  waiting: number;
  /** Older ones, from before this process started, are not all built yet. */
  catchingUp: boolean;
  /** Since when the oldest of those waiting waits, ms since 1970; null when none does. */
  oldestAt: number | null;
  /** When the last piece was built, ms since 1970; null before the first of this process. */
  lastBuiltAt: number | null;
  built: number;
  duplicates: number;
  refused: number;
  /** Damaged lines, and events that the graph could not take. */
  failed: number;
  /** Why building does not go on; null while it does. */
  stuck: string | null;
}

/** Where events are safe before they are in the graph. One process owns it. */
export interface Inbox {
  /** Keeps events (JSON values): resolves once they are safe on disk, with what is to be told about each. */
  accept(events: readonly unknown[], receivedAt: string): Promise<{ readings: EventReading[]; place: Place }>;
  /** Resolves when all up to the place (or all that is there now) is in the graph. Throws Unavailable after a time. */
  built(place?: Place, timeoutMs?: number): Promise<void>;
  status(): InboxStatus;
  /** Stops building; what is not built yet stays and is built after the next start. */
  close(): Promise<void>;
}

export interface InboxOptions {
  /** Folder of the installation; the inbox is a folder in it. */
  home: string;
  connection: ConnectOptions;
  /** Events that may wait at most; more are turned away for the time being. */
  most?: number;
  onBuilt?: () => void;
  onError?: (error: unknown) => void;
}

const MOST_WAITING = 2_000_000;
const BUILT_WITHIN_MS = 60_000;
const RESTART_MS = 1_000;

/** Opens the inbox and goes on building what an earlier process left in it. */
export async function openInbox(options: InboxOptions): Promise<Inbox> {
  const { home, connection, most = MOST_WAITING, onError = () => {}, onBuilt = () => {} } = options;
  const folder = join(home, 'inbox');
  // Segments that are built are gone: the mark knows their numbers.
  const mark = await readMark(folder);
  const last = Math.max(mark.segment, ...(await listSegments(folder)));
  const appender = createAppender(folder, last + 1);
  const queue: { place: Place; at: number; count: number }[] = [];
  const waiters = new Set<{ place: Place; resolve(): void }>();
  const counts = { built: 0, duplicates: 0, refused: 0, failed: 0 };
  const begin: Place = { segment: last + 1, offset: 0 };
  let end = begin;
  let done: Place = { segment: 0, offset: 0 };
  let waiting = 0;
  let lastBuiltAt: number | null = null;
  let stuck: string | null = null;
  let closing: (() => void) | null = null;
  let thread: ReturnType<typeof startThread> | null = null;
  let restart: NodeJS.Timeout | undefined;

  function start(): void {
    const started = startThread('./builder-worker', import.meta.url, { connection, folder });
    started.unref();
    thread = started;
    let fault: unknown = null;
    started.on('message', hear);
    started.on('error', (error) => {
      fault = error;
    });
    started.on('exit', (code) => {
      if (thread !== started) return;
      thread = null;
      if (closing !== null) return closing();
      onError(fault ?? new Error(`the thread that builds from the inbox ended with code ${code}`));
      restart = setTimeout(start, RESTART_MS).unref();
    });
    send({ type: 'end', end });
  }
  const send = (message: ToBuilder) => thread?.postMessage(message);

  function hear(message: FromBuilder): void {
    if (message.type === 'failed') {
      const error = unpackError(message.error);
      // An outage is told once, not at every try.
      if (stuck === null) onError(error);
      stuck = error.message;
    } else if (message.type === 'stopped') closing?.();
    else {
      stuck = null;
      if (message.type === 'built') {
        const { place, ...step } = message.step;
        for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += step[key];
        lastBuiltAt = Date.now();
        reach(place);
        onBuilt();
      } else reach(message.end);
    }
  }

  function reach(place: Place): void {
    done = place;
    while (queue[0] !== undefined && !isBefore(done, queue[0].place)) waiting -= queue.shift()?.count ?? 0;
    for (const waiter of waiters) {
      if (isBefore(done, waiter.place)) continue;
      waiters.delete(waiter);
      waiter.resolve();
    }
  }

  start();
  return {
    async accept(events, receivedAt) {
      if (waiting + events.length > most) throw new Unavailable('inbox', `${most} events wait in it`);
      const readings = events.map(readEvent);
      const at = Date.now();
      const place = await appender.append(
        readings.map((reading) =>
          reading.ok
            ? `{"receivedAt":${JSON.stringify(receivedAt)},"event":${reading.facts.body}}`
            : JSON.stringify({ receivedAt, refused: shorten(reading.refused) }),
        ),
      );
      queue.push({ place, at, count: events.length });
      waiting += events.length;
      if (isBefore(end, place)) end = place;
      send({ type: 'end', end });
      return { readings, place };
    },
    built(place = end, timeoutMs = BUILT_WITHIN_MS) {
      if (!isBefore(done, place)) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiters.delete(waiter);
          reject(
            new Unavailable(
              'graph',
              `what was accepted is not built after ${timeoutMs} ms${stuck ? `: ${stuck}` : ''}`,
            ),
          );
        }, timeoutMs);
        const waiter = {
          place,
          resolve: () => {
            clearTimeout(timer);
            resolve();
          },
        };
        waiters.add(waiter);
      });
    },
    status: () => ({
      ...{ waiting, lastBuiltAt, stuck, ...counts },
      catchingUp: isBefore(done, begin),
      oldestAt: queue[0]?.at ?? null,
    }),
    async close() {
      clearTimeout(restart);
      await appender.close();
      await new Promise<void>((resolve) => {
        closing = resolve;
        if (thread === null) resolve();
        else send({ type: 'stop' });
      });
      const ended = thread;
      thread = null;
      await ended?.terminate();
    },
  };
}

/** Only so much of a refused event is ever shown. */
const shorten = <T extends { body: string; faults: unknown[] }>(refused: T): T => ({
  ...refused,
  body: refused.body.slice(0, REFUSED_BODY),
  faults: refused.faults.slice(0, REASONS_KEPT),
});
