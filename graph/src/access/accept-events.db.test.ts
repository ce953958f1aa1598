import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGraph, type Graph } from '../graph.js';
import { datasetIdOf, fieldIdOf } from '../model/index.js';
import {
  aConsumer,
  aDataset,
  aField,
  anAuthorization,
  anInterface,
  aViewer,
  clearDatabase,
  testDb,
} from '../testing/index.js';
import { type AccessLog, openAccessLog } from './access-log.js';

// APP ─HOLDS→ AUTH ─ON→ API ─EXPOSES→ x
const db = testDb();
const viewer = aViewer();
const d = datasetIdOf('pg', 'd');
const x = fieldIdOf(d, 'x');
let log: AccessLog;
let graph: Graph;
beforeEach(async () => {
  await clearDatabase(db);
  log = await openAccessLog(':memory:');
  graph = createGraph({ db, accessLog: log });
  await graph.dataset.describe('t', [aDataset({ namespace: 'pg', name: 'd' })]);
  await graph.field.describe('t', [aField({ dataset: d, path: 'x' })]);
  await graph.interface.register('t', [anInterface({ code: 'API', provider: null, scene: null })]);
  await graph.interface.expose('t', [
    { interface: 'API', field: x, alias: 'X', masking: null, reversible: false },
  ]);
  await graph.consumer.register('t', [aConsumer({ code: 'APP', operatedBy: null })]);
  await graph.authorization.grant('t', [
    anAuthorization({ code: 'AUTH', consumer: 'APP', interface: 'API', scene: null, fields: [x] }),
  ]);
});
afterEach(() => log.close());
afterAll(() => db.close());

const event = (eventId: string, more: Record<string, unknown> = {}) => ({
  eventId,
  occurredAt: '2026-10-01T02:00:00Z',
  actorType: 'APP',
  actorId: 'app',
  consumer: 'APP',
  interface: 'API',
  authorization: 'AUTH',
  action: 'QUERY',
  rows: 10,
  result: 'OK',
  networkZone: 'GOV',
  ...more,
});
const ndjson = (...lines: (string | object)[]) =>
  (async function* () {
    yield lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\r\n');
  })();
const rollups = async () =>
  (
    await db.read((tx) =>
      tx.run(`MATCH (c:Consumer)-[a:ACCESSED]->(i:Interface)
        RETURN c.code AS c, i.code AS i, a.authorization AS auth, a.day AS day, a.calls AS calls, a.denied AS denied,
          a.rows AS rows, a.firstAt AS first, a.lastAt AS last ORDER BY day, auth`),
    )
  ).records.map((record) => record.toObject());

describe('accepting access events', () => {
  it('takes good lines and reports each bad one with its line and reason', async () => {
    const outcome = await graph.access.accept(
      ndjson(
        event('1'),
        '',
        '{"eventId": "unclosed',
        event('2', { consumer: 'NOBODY', authorization: 'NONE' }),
        event('3', { rows: -1, result: 'MAYBE' }),
        event('4', { fields: [x] }),
        event('5', { fields: [fieldIdOf(d, 'z')] }),
        event('6', { name: '张三' }),
        event('1'),
      ),
    );
    expect(outcome).toMatchObject({
      received: 8,
      accepted: 2,
      duplicates: 1,
      rejected: 5,
      reasonsLeftOut: 0,
    });
    expect(outcome.reasons.map((r) => r.line)).toEqual([3, 4, 5, 7, 8]);
    expect(outcome.reasons[0]?.reason).toBe('the line is not JSON');
    expect(outcome.reasons[1]?.reason).toBe(
      'consumer: NOBODY is not known; authorization: NONE is not known',
    );
    expect(outcome.reasons[2]?.reason).toMatch(/rows: .*; result: /);
    expect(outcome.reasons[3]?.reason).toMatch(/^fields: fd_/);
    expect(outcome.reasons[4]?.reason).toMatch(/name/);
  });

  it('rolls up by consumer, interface, authorisation and day in China', async () => {
    await graph.access.accept([
      event('1'),
      event('2', { occurredAt: '2026-10-01T17:00:00+00:00', rows: 5 }),
      event('3', { occurredAt: '2026-10-01T12:00:00+08:00', result: 'DENIED', rows: 99 }),
      event('4', { authorization: null }),
    ]);
    const key = { c: 'APP', i: 'API' };
    expect(await rollups()).toEqual([
      {
        ...key,
        auth: '',
        day: '2026-10-01',
        calls: 1,
        denied: 0,
        rows: 10,
        first: '2026-10-01T02:00:00.000Z',
        last: '2026-10-01T02:00:00.000Z',
      },
      {
        ...key,
        auth: 'AUTH',
        day: '2026-10-01',
        calls: 2,
        denied: 1,
        rows: 10,
        first: '2026-10-01T02:00:00.000Z',
        last: '2026-10-01T04:00:00.000Z',
      },
      {
        ...key,
        auth: 'AUTH',
        day: '2026-10-02',
        calls: 1,
        denied: 0,
        rows: 5,
        first: '2026-10-01T17:00:00.000Z',
        last: '2026-10-01T17:00:00.000Z',
      },
    ]);
  });

  it('adds nothing when the same input comes again, and adds up what comes later', async () => {
    await graph.access.accept([event('1'), event('2')]);
    const before = await rollups();
    const sequence = await graph.change.lastSequence();
    expect(await graph.access.accept([event('2'), event('1')])).toMatchObject({ accepted: 0, duplicates: 2 });
    expect(await rollups()).toEqual(before);
    expect(await graph.change.lastSequence()).toBe(sequence);
    await graph.access.accept([event('3')]);
    expect(await rollups()).toMatchObject([{ calls: 3, rows: 30 }]);
  });

  it('makes good what a crash between log and graph left out', async () => {
    await log.append(
      [{ event: { ...(await firstEvent()), eventId: '9' }, day: '2026-10-01' }],
      '2026-10-01T03:00:00Z',
    );
    expect(await rollups()).toMatchObject([{ calls: 1 }]);
    expect(await graph.access.repair()).toBe(1);
    expect(await rollups()).toMatchObject([{ calls: 2 }]);
    expect(await graph.access.repair()).toBe(0);
  });

  it('gives the logged events of some days back', async () => {
    const full = event('1', {
      fields: [x],
      bytes: 5,
      clientIp: '10.0.0.1',
      keyDigest: 'a'.repeat(64),
      latencyMs: 1.5,
    });
    await graph.access.accept([full, event('2', { occurredAt: '2026-10-05T00:00:00Z' })]);
    const page = await graph.access.events(viewer, { from: '2026-10-01', to: '2026-10-04' });
    expect(page.totalCount).toBe(1);
    expect(page.rows[0]).toMatchObject({
      ...full,
      occurredAt: '2026-10-01T02:00:00.000Z',
      day: '2026-10-01',
    });
  });
});

async function firstEvent() {
  await graph.access.accept([event('1')]);
  const { rows } = await graph.access.events(viewer, { from: '2026-10-01', to: '2026-10-01' });
  const { receivedAt: _receivedAt, day: _day, ...first } = rows[0] as (typeof rows)[number];
  return first;
}
