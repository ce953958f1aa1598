import { z } from 'zod';
import { commit, type Db, defineQuery, WriteRows, Written } from '../db/index.js';
import {
  type EventFacts,
  type EventIssue,
  type RefusedEvent,
  readEvent,
} from '../ingest/openlineage/index.js';
import { applyEvent, foldTimelines, type PlacedEvent } from './apply-event.js';
import { loadState } from './load-state.js';
import { createEvents, findKnownEvents } from './state-queries.js';
import { stateSql } from './state-sql.js';
import { writeEdges } from './write-edges.js';
import { writeState } from './write-state.js';

/** What became of one event. A refused one has its reasons; notices say how unclear places were taken. */
export interface EventOutcome {
  index: number;
  status: 'accepted' | 'duplicate' | 'refused';
  reasons: EventIssue[];
  notices: EventIssue[];
}

const keepRefused = defineQuery({
  file: 'lineage/keep-refused',
  mode: 'write',
  params: WriteRows,
  row: Written,
});
const forgetRefused = defineQuery({
  file: 'lineage/forget-refused',
  mode: 'write',
  params: z.object({ keep: z.number().int() }),
  row: Written,
});

const ACTOR = 'openlineage';
/** A producer's clock may be this far ahead; beyond, its time is taken as ours (safety F7). */
const CLOCK_TOLERANCE_MS = 10 * 60_000;
const CHUNK_EVENTS = 1_000;
/** Fields and edges of the events that share a transaction. */
const CHUNK_WEIGHT = 30_000;
const REFUSED_KEPT = 1_000;
export const REFUSED_BODY = 20_000;
export const REASONS_KEPT = 100;

/** An event (JSON value) and when it came, ISO. */
export interface ArrivedJson {
  event: unknown;
  receivedAt: string;
}

interface ReadArrival {
  index: number;
  facts: EventFacts;
  receivedAt: string;
}

/** Takes in OpenLineage events that all came at `receivedAt`, and were learnt then. */
export function ingestEvents(
  db: Db,
  events: readonly unknown[],
  { receivedAt }: { receivedAt: string },
): Promise<EventOutcome[]> {
  const arrived = events.map((event) => ({ event, receivedAt }));
  return ingestArrived(db, arrived, receivedAt);
}

/**
 * Takes in OpenLineage events; `now` = when the graph learns them. Each is taken whole or refused with every
 * fault; the same event again changes nothing; order does not matter. Events share transactions, so a failure of the
 * database can leave earlier ones taken in: sending the batch again completes it. The raw event is kept.
 */
export async function ingestArrived(
  db: Db,
  arrived: readonly ArrivedJson[],
  now: string,
): Promise<EventOutcome[]> {
  const learntAt = new Date(now).toISOString();
  const outcomes: EventOutcome[] = [];
  let chunk: ReadArrival[] = [];
  let weight = 0;
  const refused: { refused: RefusedEvent; receivedAt: string }[] = [];
  const flush = async () => {
    if (chunk.length > 0) outcomes.push(...(await ingestChunk(db, chunk, learntAt)));
    chunk = [];
    weight = 0;
  };
  for (const [index, { event, receivedAt: at }] of arrived.entries()) {
    const receivedAt = new Date(at).toISOString();
    const reading = readEvent(event);
    if (!reading.ok) {
      refused.push({ refused: reading.refused, receivedAt });
      outcomes.push({ index, status: 'refused', reasons: reading.refused.faults, notices: [] });
      continue;
    }
    const facts = await stateSql(reading.facts);
    chunk.push({ index, facts, receivedAt });
    weight += weightOf(facts);
    if (chunk.length >= CHUNK_EVENTS || weight >= CHUNK_WEIGHT) await flush();
  }
  await flush();
  await keepRefusedEvents(db, refused);
  return outcomes.sort((a, b) => a.index - b.index);
}

function weightOf(facts: EventFacts): number {
  const fields = facts.datasets.reduce((sum, dataset) => sum + (dataset.fields?.length ?? 0), 0);
  return facts.statements.reduce((sum, statement) => sum + statement.edges.length, 1 + fields);
}

async function ingestChunk(db: Db, chunk: readonly ReadArrival[], now: string): Promise<EventOutcome[]> {
  return commit(db, ACTOR, async (tx, log) => {
    const digests = chunk.map(({ facts }) => facts.digest);
    const known = new Set((await findKnownEvents.run(tx, { digests })).map((row) => row.digest));
    const outcomes: EventOutcome[] = [];
    const placed: PlacedEvent[] = [];
    for (const { index, facts, receivedAt } of chunk) {
      if (known.has(facts.digest)) {
        outcomes.push({ index, status: 'duplicate', reasons: [], notices: [] });
        continue;
      }
      known.add(facts.digest);
      const event = placeInTime(facts, receivedAt);
      placed.push(event);
      outcomes.push({ index, status: 'accepted', reasons: [], notices: event.notices });
    }
    if (placed.length === 0) return outcomes;
    const state = await loadState(tx, placed, now);
    for (const event of placed) applyEvent(state, event);
    foldTimelines(state);
    await writeState(tx, state, log);
    await writeEdges(tx, state, log);
    await createEvents.run(tx, { rows: placed.map(eventRow) });
    for (const { facts, eventTime } of placed) {
      log('event.accepted', facts.digest, null, {
        kind: facts.kind,
        job: facts.job?.name ?? null,
        eventTime,
      });
    }
    return outcomes;
  });
}

/**
 * A stamp ahead of our clock would win over everything for as long as it is ahead: it is taken as the hour in which
 * it came, and marked. Within the hour such events keep the order of their own times, however they arrived.
 */
function placeInTime(facts: EventFacts, receivedAt: string): PlacedEvent {
  const { stamp, eventTime } = facts;
  const notices = [...facts.notices];
  const event = { facts, receivedAt, stamp, eventTime, ids: new Map(), notices };
  if (Date.parse(eventTime) <= Date.parse(receivedAt) + CLOCK_TOLERANCE_MS) return event;
  const hour = `${receivedAt.slice(0, 13)}:00:00.000`;
  notices.push({ path: 'eventTime', message: `${eventTime} is ahead of our clock: taken as ${hour}Z` });
  return { ...event, eventTime: `${hour}Z`, stamp: `${hour}000Z#${stamp}` };
}

function eventRow(event: PlacedEvent) {
  const { facts, stamp, eventTime, receivedAt } = event;
  const { digest, kind, job, run, body } = facts;
  return {
    digest,
    receivedAt,
    eventTime: facts.eventTime,
    clockAhead: eventTime !== facts.eventTime,
    stamp,
    kind,
    job: job === null ? null : `${job.namespace} ${job.name}`,
    run: run?.id ?? null,
    noticesJson: event.notices.length === 0 ? null : JSON.stringify(event.notices.slice(0, REASONS_KEPT)),
    body,
  };
}

/** Keeps the latest refused events, so that people can see what a producer does wrong. Not a change of the catalogue. */
export async function keepRefusedEvents(
  db: Db,
  events: readonly { refused: RefusedEvent; receivedAt: string }[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = new Map(
    events.slice(-REFUSED_KEPT).map(({ refused: { digest, faults, body, kind, job }, receivedAt }) => [
      digest,
      {
        ...{ digest, kind, job, receivedAt },
        reasonsJson: JSON.stringify(faults.slice(0, REASONS_KEPT)),
        body: body.slice(0, REFUSED_BODY),
      },
    ]),
  );
  await commit(db, ACTOR, async (tx) => {
    await keepRefused.run(tx, { rows: [...rows.values()] });
    await forgetRefused.run(tx, { keep: REFUSED_KEPT });
  });
}
