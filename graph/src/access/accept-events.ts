import { z } from 'zod';
import { type Db, defineQuery, inBatches } from '../db/index.js';
import { type AccessEvent, cityDay } from '../model/index.js';
import type { AccessLog, LoggedEvent } from './access-log.js';
import { checkEvent, checkLine, type KnownThings, type LineCheck } from './check-line.js';
import { readLines } from './read-lines.js';
import { writePendingRollups } from './write-rollups.js';

const texts = z.array(z.string());
const listKnown = defineQuery({
  file: 'access/list-known',
  mode: 'read',
  params: z.object({}),
  row: z.object({ consumers: texts, interfaces: texts, authorizations: texts, fields: texts }),
});
const findFields = defineQuery({
  file: 'access/find-fields',
  mode: 'read',
  params: z.object({ ids: texts }),
  row: z.object({ id: z.string() }),
});

export interface AcceptOutcome {
  /** Lines that were not blank; = accepted + duplicates + rejected. */
  received: number;
  accepted: number;
  /** Event ids that the log had already, or twice in this batch: the first one counts. */
  duplicates: number;
  rejected: number;
  /** By line (from 1), or by place in the array (from 1). All of them up to 10,000. */
  reasons: { line: number; reason: string }[];
  /** Rejected lines whose reasons are not listed. */
  reasonsLeftOut: number;
}

const CHUNK = 8_192;
const REASONS_LISTED = 10_000;

async function knownThings(db: Db): Promise<KnownThings> {
  const row = await listKnown.first(db, {});
  return {
    consumers: new Set(row?.consumers),
    interfaces: new Set(row?.interfaces),
    authorizations: new Set(row?.authorizations),
    fields: new Set(row?.fields),
  };
}

type Source = AsyncIterable<string | Uint8Array> | readonly unknown[];

/** Pieces of the input with each line checked when its turn comes, so that memory stays flat. */
async function* readChecks(
  source: Source,
  known: KnownThings,
): AsyncGenerator<{ line: number; check: LineCheck }[]> {
  if (!(Symbol.asyncIterator in source)) {
    for (let start = 0; start < source.length; start += CHUNK) {
      yield source
        .slice(start, start + CHUNK)
        .map((value, i) => ({ line: start + i + 1, check: checkEvent(value, known) }));
    }
    return;
  }
  for await (const lines of readLines(source)) {
    yield lines.map(({ number, text }) => ({ line: number, check: checkLine(text, known) }));
  }
}

/**
 * Takes access events in: NDJSON in pieces, or an array. Good ones are appended once per event id and rolled up by
 * day into the graph, each bad one is reported with its line; the same input again adds nothing.
 */
export async function acceptAccessEvents(db: Db, log: AccessLog, source: Source): Promise<AcceptOutcome> {
  const known = await knownThings(db);
  const receivedAt = new Date().toISOString();
  const outcome: AcceptOutcome = {
    received: 0,
    accepted: 0,
    duplicates: 0,
    rejected: 0,
    reasons: [],
    reasonsLeftOut: 0,
  };
  const reject = (line: number, reason: string) => {
    outcome.rejected++;
    if (outcome.reasons.length < REASONS_LISTED) outcome.reasons.push({ line, reason });
    else outcome.reasonsLeftOut++;
  };
  let waiting: { line: number; event: AccessEvent; unknownFields: string[] }[] = [];

  const flush = async () => {
    const batch = waiting;
    waiting = [];
    const asked = [...new Set(batch.flatMap((entry) => entry.unknownFields))].filter(
      (id) => !known.fields.has(id),
    );
    for (const { id } of await inBatches(asked, (ids) => findFields.run(db, { ids }))) known.fields.add(id);
    const events = new Map<string, LoggedEvent>();
    for (const { line, event, unknownFields } of batch) {
      const unknown = unknownFields.filter((id) => !known.fields.has(id));
      if (unknown.length > 0) reject(line, `fields: ${unknown.join(', ').slice(0, 500)} not known`);
      else if (events.has(event.eventId)) outcome.duplicates++;
      else events.set(event.eventId, { event, day: cityDay(event.occurredAt) });
    }
    const accepted = await log.append([...events.values()], receivedAt);
    outcome.accepted += accepted;
    outcome.duplicates += events.size - accepted;
  };

  return log.exclusive(async () => {
    for await (const checks of readChecks(source, known)) {
      for (const { line, check } of checks) {
        outcome.received++;
        if ('reason' in check) reject(line, check.reason);
        else waiting.push({ line, ...check });
      }
      if (waiting.length >= CHUNK) await flush();
    }
    await flush();
    await writePendingRollups(db, log);
    outcome.reasons.sort((a, b) => a.line - b.line);
    return outcome;
  });
}
