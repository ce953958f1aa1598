import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGraph, type Graph } from '../graph.js';
import type { VertexRef } from '../index/index.js';
import { sampleEvent, sampleRef } from '../lineage/sample-events.js';
import { datasetIdOf, fieldIdOf } from '../model/index.js';
import {
  aConsumer,
  aGrading,
  anAuthorization,
  anInterface,
  aViewer,
  clearDatabase,
  testDb,
} from '../testing/index.js';
import { type AccessLog, openAccessLog } from './access-log.js';

// src.id ─► dwd.id (from 2 March), src.id ─HASH─► ads.key (from 2 March, ended 6 March), src.x ─► dwd.x
// API1 exposes dwd.id and dwd.x: APP1 may read both, APP2 only x. API2 exposes ads.key: APP2.
const db = testDb();
const viewer = aViewer();
const field = (dataset: string, path: string) => {
  const { namespace, name } = sampleRef(dataset);
  return fieldIdOf(datasetIdOf(namespace, name), path);
};
const ref = (id: string): VertexRef => ({ kind: 'FIELD', id });
let log: AccessLog;
let graph: Graph;

beforeAll(async () => {
  await clearDatabase(db);
  log = await openAccessLog(':memory:');
  graph = createGraph({ db, accessLog: log });
  await graph.ingest.lineage(
    [
      sampleEvent({
        job: 'a',
        at: '2026-03-02T00:00:00Z',
        outputs: { dwd: { id: [['src', 'id']], x: [['src', 'x']] } },
      }),
      sampleEvent({
        job: 'b',
        at: '2026-03-02T00:00:00Z',
        outputs: { ads: { key: [['src', 'id']] } },
        masking: 'masking=HASH',
      }),
      sampleEvent({
        job: 'b',
        run: 'r2',
        at: '2026-03-06T00:00:00Z',
        outputs: { ads: { key: [['src', 'y']] } },
      }),
    ],
    { receivedAt: '2026-11-01T00:00:00Z' },
  );
  await graph.interface.register('t', [
    anInterface({ code: 'API1', provider: null, scene: null }),
    anInterface({ code: 'API2', provider: null, scene: null }),
  ]);
  const exposure = { masking: null, reversible: false } as const;
  await graph.interface.expose('t', [
    { interface: 'API1', field: field('dwd', 'id'), alias: 'id', ...exposure },
    { interface: 'API1', field: field('dwd', 'x'), alias: 'x', ...exposure },
    { interface: 'API2', field: field('ads', 'key'), alias: 'key', ...exposure },
  ]);
  await graph.consumer.register('t', [
    aConsumer({ code: 'APP1', operatedBy: null }),
    aConsumer({ code: 'APP2', operatedBy: null }),
  ]);
  const grant = { scene: null, validFrom: '2026-01-01', validTo: '2026-03-05' };
  await graph.authorization.grant('t', [
    anAuthorization({
      code: 'A1',
      consumer: 'APP1',
      interface: 'API1',
      fields: [field('dwd', 'id'), field('dwd', 'x')],
      ...grant,
    }),
    anAuthorization({
      code: 'A2',
      consumer: 'APP2',
      interface: 'API1',
      fields: [field('dwd', 'x')],
      ...grant,
    }),
    anAuthorization({
      code: 'A3',
      consumer: 'APP2',
      interface: 'API2',
      fields: [field('ads', 'key')],
      ...grant,
    }),
  ]);
  await graph.grading.file('t', [
    aGrading({
      id: 'g1',
      of: field('dwd', 'id'),
      grade: 'L3',
      filedAt: '2026-03-01T00:00:00Z',
      current: false,
      state: 'EFFECTIVE',
    }),
    aGrading({
      id: 'g2',
      of: field('dwd', 'id'),
      grade: 'L4',
      filedAt: '2026-05-01T00:00:00Z',
      current: true,
      state: 'EFFECTIVE',
    }),
  ]);
  let id = 0;
  const call = (
    consumer: string,
    interfaceCode: string,
    authorization: string,
    day: string,
    result = 'OK',
  ) => ({
    eventId: String(++id),
    occurredAt: `2026-${day}T10:00:00+08:00`,
    actorType: 'APP',
    actorId: consumer,
    consumer,
    interface: interfaceCode,
    authorization,
    action: 'QUERY',
    rows: 10,
    result,
    networkZone: 'GOV',
  });
  const outcome = await graph.access.accept([
    call('APP1', 'API1', 'A1', '03-01'), // before the data came
    call('APP1', 'API1', 'A1', '03-03'),
    call('APP1', 'API1', 'A1', '03-04', 'DENIED'),
    call('APP1', 'API1', 'A1', '03-05'), // after the authorisation ended
    call('APP2', 'API1', 'A2', '03-03'),
    call('APP2', 'API2', 'A3', '03-04'),
    call('APP2', 'API2', 'A3', '03-08'), // after the edge was cut: the copy is still there
  ]);
  expect(outcome.rejected).toBe(0);
  await graph.lineage.refresh();
});
afterAll(async () => {
  await log.close();
  await db.close();
});

describe('who accessed', () => {
  it('lists who read the field or a copy, by ring, not before the data can have come', async () => {
    const { accesses, completeness } = await graph.access.whoAccessed(
      viewer,
      ref(field('src', 'id')),
      '2026-03-01',
      '2026-03-31',
    );
    expect(completeness.complete).toBe(true);
    expect(accesses).toEqual([
      expect.objectContaining({
        consumer: 'APP1',
        interface: 'API1',
        authorization: 'A1',
        authorizedThroughout: false,
        ring: 'CLEARTEXT',
        calls: 3,
        denied: 1,
        rows: 20,
        firstAt: '2026-03-03T02:00:00.000Z',
        lastAt: '2026-03-05T02:00:00.000Z',
        fields: [field('dwd', 'id')],
        gradeThen: 'L3',
        gradeNow: 'L4',
        days: [
          { day: '2026-03-03', calls: 1, denied: 0, rows: 10 },
          { day: '2026-03-04', calls: 1, denied: 1, rows: 0 },
          { day: '2026-03-05', calls: 1, denied: 0, rows: 10 },
        ],
      }),
      expect.objectContaining({
        consumer: 'APP2',
        interface: 'API2',
        ring: 'MASKED',
        calls: 2,
        authorizedThroughout: false,
        fields: [field('ads', 'key')],
        gradeNow: null,
      }),
    ]);
  });

  it('counts both days of the period and no others', async () => {
    const answer = async (from: string, to: string) =>
      (await graph.access.whoAccessed(viewer, ref(field('src', 'id')), from, to)).accesses.map((a) => [
        a.consumer,
        a.calls,
      ]);
    expect(await answer('2026-03-03', '2026-03-03')).toEqual([['APP1', 1]]);
    expect(await answer('2026-03-04', '2026-03-04')).toEqual([['APP2', 1]]);
    expect(await answer('2026-03-01', '2026-03-02')).toEqual([]);
  });

  it('does not accuse who may only read other fields of the same interface', async () => {
    const of = async (path: string) =>
      (await graph.access.whoAccessed(viewer, ref(field('src', path)), '2026-03-01', '2026-03-31')).accesses
        .map((a) => `${a.consumer} ${a.interface}`)
        .sort();
    expect(await of('x')).toEqual(['APP1 API1', 'APP2 API1']);
    expect(await of('y')).toEqual(['APP2 API2']);
  });

  it('answers for an interface itself', async () => {
    const { accesses } = await graph.access.whoAccessed(
      viewer,
      { kind: 'INTERFACE', id: 'API1' },
      '2026-03-01',
      '2026-03-31',
    );
    expect(accesses.map((a) => [a.consumer, a.calls, a.distance])).toEqual([
      ['APP1', 4, 0],
      ['APP2', 1, 0],
    ]);
  });

  it('refuses a period that ends before it begins', async () => {
    await expect(
      graph.access.whoAccessed(viewer, ref(field('src', 'id')), '2026-03-02', '2026-03-01'),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('accesses by a consumer', () => {
  it('lists what it read with the sources of that, by ring', async () => {
    const { accesses, completeness } = await graph.access.accessesBy(
      viewer,
      'APP1',
      '2026-03-01',
      '2026-03-31',
    );
    expect(completeness.complete).toBe(true);
    expect(accesses).toMatchObject([
      { interface: 'API1', authorization: 'A1', calls: 4, denied: 1, rows: 30, grade: 'L4' },
    ]);
    expect(accesses[0]?.sources.find((s) => s.ring === 'CLEARTEXT')).toMatchObject({
      fieldCount: 2,
      datasetCount: 1,
    });
  });
});
