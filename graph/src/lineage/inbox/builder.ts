import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Db } from '../../db/index.js';
import { Unavailable } from '../../errors.js';
import { refuseEvent } from '../../ingest/openlineage/index.js';
import { type ArrivedJson, type EventOutcome, ingestArrived, keepRefusedEvents } from '../ingest-events.js';
import { type InboxEntry, type ReadLines, readLines } from './lines.js';
import { finishSegment, isBefore, listSegments, type Place, readPiece, sizeOf } from './segments.js';

const MARK = 'built.json';
const Mark = z.object({ segment: z.number().int(), offset: z.number().int(), damaged: z.number().int() });

/** At most so much is read and built at once. */
const PIECE_BYTES = 4 * 1024 * 1024;
const PIECE_LINES = 1_000;

/** One step: where the builder stands then and what it did. */
export interface BuiltStep {
  place: Place;
  built: number;
  duplicates: number;
  refused: number;
  /** Lines that were not what was written, and events that the graph could not take: kept aside. */
  failed: number;
}

/** Builds the graph from the inbox, in order; what it has done is marked after each step. */
export interface Builder {
  /** Builds the next piece before `end`; null when there is none. Throws Unavailable when the database is away. */
  step(end: Place): Promise<BuiltStep | null>;
}

/** The mark may be behind after a kill: events that are in the graph already are known by their digests there. */
export async function createBuilder(
  db: Db,
  folder: string,
  pieceBytes: number = PIECE_BYTES,
): Promise<Builder> {
  const mark = await readMark(folder);
  let { damaged } = mark;
  let place: Place = { segment: mark.segment, offset: mark.offset };

  async function moveTo(next: Place): Promise<void> {
    place = next;
    const path = join(folder, MARK);
    await writeFile(`${path}.new`, JSON.stringify({ ...place, damaged }));
    await rename(`${path}.new`, path);
  }

  /** The next segment that there is, at or behind the mark. */
  async function seek(end: Place): Promise<number | null> {
    const segments = await listSegments(folder);
    const next = segments.find((segment) => segment >= place.segment);
    if (next === undefined || next > end.segment) return null;
    if (next !== place.segment) place = { segment: next, offset: 0 };
    return next < end.segment ? sizeOf(folder, next) : end.offset;
  }

  /** Whole lines from here on; a line may be longer than a piece. */
  async function read(limit: number): Promise<ReadLines> {
    for (let length = pieceBytes; ; length *= 2) {
      const bytes = await readPiece(folder, place, Math.min(length, limit - place.offset));
      const lines = readLines(bytes, PIECE_LINES);
      if (lines.length > 0 || place.offset + bytes.length >= limit || bytes.length < length) return lines;
    }
  }

  return {
    async step(end) {
      while (isBefore(place, end)) {
        const limit = await seek(end);
        if (limit === null) return null;
        const { entries, damaged: broken, length } = await read(limit);
        if (length === 0) {
          if (place.segment >= end.segment) return null;
          // What a kill left torn at the end of a segment was never acknowledged.
          await finishSegment(folder, place.segment, damaged > 0);
          damaged = 0;
          await moveTo({ segment: place.segment + 1, offset: 0 });
          continue;
        }
        const counts = await build(db, entries);
        damaged += broken;
        await moveTo({ ...place, offset: place.offset + length });
        return { place, ...counts, failed: counts.failed + broken };
      }
      return null;
    },
  };
}

/** Up to where an inbox is built, as far as that was noted. */
export async function readMark(folder: string): Promise<z.infer<typeof Mark>> {
  await listSegments(folder);
  const text = await readFile(join(folder, MARK), 'utf8').catch(() => null);
  try {
    if (text !== null) return Mark.parse(JSON.parse(text));
  } catch {
    // A mark that cannot be read is no mark: from the beginning, the graph knows what it has.
  }
  return { segment: 0, offset: 0, damaged: 0 };
}

async function build(db: Db, entries: readonly InboxEntry[]): Promise<Omit<BuiltStep, 'place'>> {
  const counts = { built: 0, duplicates: 0, refused: 0, failed: 0 };
  const refused = entries.flatMap((entry) => ('refused' in entry ? [entry] : []));
  await keepRefusedEvents(db, refused);
  counts.refused = refused.length;
  const events = entries.flatMap((entry) => ('event' in entry ? [entry] : []));
  const now = new Date().toISOString();
  for (const { status } of await ingestArrived(db, events, now).catch((e) => oneByOne(db, events, e))) {
    if (status === 'accepted') counts.built++;
    else if (status === 'duplicate') counts.duplicates++;
    else counts.failed++;
  }
  return counts;
}

/** When the graph takes a piece not at all, its events are tried alone, so that one does not hold up the others. */
async function oneByOne(
  db: Db,
  events: readonly ArrivedJson[],
  first: unknown,
): Promise<Pick<EventOutcome, 'status'>[]> {
  if (first instanceof Unavailable) throw first;
  const outcomes: Pick<EventOutcome, 'status'>[] = [];
  for (const one of events) {
    try {
      outcomes.push(...(await ingestArrived(db, [one], new Date().toISOString())));
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      const message = `could not be written: ${error instanceof Error ? error.message : 'unknown'}`;
      const refused = refuseEvent(one.event, [{ path: 'event', message }]);
      await keepRefusedEvents(db, [{ refused, receivedAt: one.receivedAt }]);
      outcomes.push({ status: 'refused' });
    }
  }
  return outcomes;
}
