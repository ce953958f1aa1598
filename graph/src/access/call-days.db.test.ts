import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGraph, type Graph } from '../graph.js';
import { aConsumer, anInterface, aViewer, clearDatabase, testDb } from '../testing/index.js';
import { type AccessLog, openAccessLog } from './access-log.js';

// Two consumers call one interface on 20 and 21 November (days in China).
const NOW = Date.parse('2026-11-21T12:00:00Z');
const db = testDb();
const viewer = aViewer();
let log: AccessLog;
let graph: Graph;
const call = (eventId: string, occurredAt: string, more: object = {}) => ({
  eventId,
  occurredAt,
  actorType: 'APP',
  actorId: 'app',
  consumer: 'APP-1',
  interface: 'API',
  action: 'QUERY',
  rows: 10,
  result: 'OK',
  networkZone: 'GOV',
  ...more,
});

beforeAll(async () => {
  await clearDatabase(db);
  log = await openAccessLog(':memory:');
  graph = createGraph({ db, accessLog: log });
  await graph.interface.register('t', [anInterface({ code: 'API' }), anInterface({ code: 'QUIET' })]);
  await graph.consumer.register('t', [aConsumer({ code: 'APP-1' }), aConsumer({ code: 'APP-2' })]);
  await graph.access.accept([
    call('e1', '2026-11-21T01:10:00Z'),
    call('e2', '2026-11-21T01:50:00Z', { consumer: 'APP-2', result: 'DENIED', rows: 0 }),
    call('e3', '2026-11-20T01:00:00Z'),
  ]);
  // What comes late is added, not counted anew, and the last call stays the last.
  await graph.access.accept([
    call('e3', '2026-11-20T01:00:00Z'),
    call('e4', '2026-11-20T15:30:00Z', { rows: 3 }),
  ]);
});
afterAll(async () => {
  await log.close();
  await db.close();
});

it('adds up consumers and batches by interface and day', async () => {
  const usage = await graph.interface.usage(viewer, ['API', 'QUIET'], 2, new Date(NOW));
  expect(usage).toEqual([
    { code: 'API', calls: 4, denied: 1, rows: 23, lastAt: '2026-11-21T01:50:00.000Z' },
    { code: 'QUIET', calls: 0, denied: 0, rows: 0, lastAt: null },
  ]);
  const today = await graph.interface.usage(viewer, ['API'], 1, new Date(NOW));
  expect(today).toMatchObject([{ calls: 2, denied: 1, rows: 10 }]);
  const stored = await db.read((tx) => tx.run('MATCH (n:CallDay) RETURN n {.*} AS day ORDER BY n.day'));
  expect(stored.records.map((record) => record.get('day'))).toEqual([
    { key: 'API|2026-11-20', interface: 'API', day: '2026-11-20', calls: 2, denied: 0, rows: 13 },
    { key: 'API|2026-11-21', interface: 'API', day: '2026-11-21', calls: 2, denied: 1, rows: 10 },
  ]);
});

it('tells calls by hour of the day in China, only hours with calls', async () => {
  expect(await graph.access.callHours(viewer, 'API', 2, NOW)).toEqual([
    { day: '2026-11-20', hour: 9, calls: 1, denied: 0 },
    { day: '2026-11-20', hour: 23, calls: 1, denied: 0 },
    { day: '2026-11-21', hour: 9, calls: 2, denied: 1 },
  ]);
  expect(await graph.access.callHours(viewer, 'API', 1, NOW)).toHaveLength(1);
  await expect(graph.access.callHours(viewer, 'API', 93, NOW)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
});

it('tells how large the log is and how far it reaches', async () => {
  expect(await graph.access.summarize(viewer)).toEqual({
    events: 4,
    firstAt: '2026-11-20T01:00:00.000Z',
    lastAt: '2026-11-21T01:50:00.000Z',
    pending: 0,
  });
  const empty = await openAccessLog(':memory:');
  expect(await empty.summarize()).toEqual({ events: 0, firstAt: null, lastAt: null, pending: 0 });
  await empty.close();
});
