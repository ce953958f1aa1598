import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccessLog } from '../../access/index.js';
import { commit } from '../../db/index.js';
import { createGraph } from '../../graph.js';
import { buildIndexData, compareFingerprints, fingerprintOf } from '../../index/index.js';
import { datasetIdOf, fieldIdOf } from '../../model/index.js';
import {
  aBackflowLink,
  aConsumer,
  aDataset,
  aDelivery,
  aDepartment,
  aField,
  aGrading,
  aLibrary,
  anAccount,
  anAuthorization,
  anInterface,
  aUseScene,
  clearDatabase,
  testDb,
} from '../../testing/index.js';
import { type SampleEvent, sampleEvent, sampleRef } from '../sample-events.js';
import { follow, type Held } from './follow.js';
import { readWhole } from './read-whole.js';
import { CHANGE_MARKS } from './touched.js';

const db = testDb();
const log = await openAccessLog(':memory:');
const graph = createGraph({ db, accessLog: log });
afterAll(async () => {
  await log.close();
  await db.close();
});

const dataset = (name: string) => datasetIdOf(sampleRef(name).namespace, name);
const field = (of: string, path: string) => fieldIdOf(dataset(of), path);
const ingest = (receivedAt: string, ...events: SampleEvent[]) =>
  graph.ingest.lineage(events.map(sampleEvent), { receivedAt });

const start = { at: '2026-03-01T00:00:00Z', job: 'j' };
const declared = { from: field('a', 'x'), to: field('c', 'y'), kind: 'DIRECT', subtype: 'IDENTITY' } as const;
const landing = { ...aField({ dataset: dataset('c') }), path: 'landed' };
const interfaceA = anInterface({ code: 'API1' });
const consumerA = aConsumer({ code: 'APP1' });
const grantA = anAuthorization({
  code: 'AUTH1',
  consumer: 'APP1',
  interface: 'API1',
  fields: [field('b', 'x')],
  validTo: '2099-01-01',
});
const linkA = aBackflowLink({ code: 'BFL1', from: dataset('b'), to: dataset('c'), serves: 'DEP1' });
const sceneA = aUseScene({ code: 'SCN1' });
const accountA = anAccount({ code: 'acc1', department: 'DEP1' });
const deliveryA = aDelivery({ id: 'D1', link: 'BFL1', state: 'SENT', landedAt: null });
const gradingA = aGrading({ id: 'g1', of: field('a', 'x'), grade: 'L2' });
const exposureA = { interface: 'API1', field: field('b', 'x'), alias: 'x', masking: null, reversible: false };
const departmentA = aDepartment({ code: 'DEP1' });
const libraryA = aLibrary({ code: 'LIB1' });
const sourceA = { code: 'WH', name: 'Warehouse', uri: null };
const call = {
  eventId: '1',
  occurredAt: '2026-04-01T10:00:00+08:00',
  actorType: 'APP',
  actorId: 'APP1',
  consumer: 'APP1',
  interface: 'API1',
  authorization: 'AUTH1',
  action: 'QUERY',
  rows: 10,
  result: 'OK',
  networkZone: 'GOV',
};

/** Every operation that writes, in an order in which each has something to write. */
const OPERATIONS: [string, () => Promise<unknown>][] = [
  ['department', () => graph.department.register('t', [departmentA])],
  ['department again', () => graph.department.register('t', [{ ...departmentA, name: '另一局' }])],
  ['library', () => graph.library.register('t', [libraryA])],
  ['library again', () => graph.library.register('t', [{ ...libraryA, name: '另一库' }])],
  ['source system', () => graph.sourceSystem.register('t', [sourceA])],
  ['source system again', () => graph.sourceSystem.register('t', [{ ...sourceA, name: '另一系统' }])],
  ['use scene', () => graph.useScene.register('t', [sceneA])],
  ['use scene again', () => graph.useScene.register('t', [{ ...sceneA, name: '另一场景' }])],
  ['account', () => graph.account.register('t', [accountA])],
  ['account again', () => graph.account.register('t', [{ ...accountA, name: '另一人' }])],
  ['first event', () => ingest('2026-03-01T01:00:00Z', { ...start, outputs: { b: { x: [['a', 'x']] } } })],
  [
    'an event that adds a field and an edge between datasets',
    () =>
      ingest(
        '2026-03-02T01:00:00Z',
        { job: 'k', at: '2026-03-02T00:00:00Z', outputs: { c: { y: [['b', 'x']], z: [['b', 'x']] } } },
        { job: 'm', at: '2026-03-02T00:00:00Z', run: 'r2', inputs: ['a', 'd'], outputs: { c: null } },
      ),
  ],
  [
    'a later event that ends an edge',
    () =>
      ingest('2026-03-06T00:00:00Z', {
        ...start,
        at: '2026-03-05T00:00:00Z',
        outputs: { b: { x: [['d', 'x']] } },
      }),
  ],
  [
    'an event that came late and moves what was known',
    () =>
      ingest('2026-03-07T00:00:00Z', {
        ...start,
        at: '2026-03-03T00:00:00Z',
        outputs: { b: { x: [['a', 'w']] } },
      }),
  ],
  [
    'an earlier one still',
    () =>
      ingest('2026-03-08T00:00:00Z', {
        ...start,
        at: '2026-02-01T00:00:00Z',
        outputs: { b: { x: [['a', 'x']] } },
      }),
  ],
  [
    'an event that says more of its job than its lineage',
    () => {
      const event = sampleEvent({
        ...start,
        at: '2026-03-06T00:00:00Z',
        outputs: { b: { x: [['d', 'x']] } },
      });
      const jobType = { processingType: 'BATCH', integration: 'TEST', jobType: 'TASK' };
      const job = { ...(event.job as object), facets: { jobType } };
      return graph.ingest.lineage([{ ...event, job }], { receivedAt: '2026-03-09T00:00:00Z' });
    },
  ],
  [
    'described dataset',
    () => graph.dataset.describe('t', [aDataset({ ...sampleRef('a'), provider: 'DEP1' })]),
  ],
  [
    'new dataset',
    () => graph.dataset.describe('t', [aDataset({ name: 'new', provider: 'DEP1', library: 'LIB1' })]),
  ],
  ['dataset changed', () => graph.dataset.describe('t', [aDataset({ ...sampleRef('a'), layer: 'ADS' })])],
  ['dataset held', () => graph.library.hold('t', [{ library: 'LIB1', dataset: dataset('a') }])],
  ['described field', () => graph.field.describe('t', [landing])],
  ['described field again', () => graph.field.describe('t', [{ ...landing, title: '另一项' }])],
  ['grade', () => graph.grading.file('t', [gradingA])],
  ['grade moves on', () => graph.grading.file('t', [{ ...gradingA, state: 'CITY_REPORTED' }])],
  [
    'grade replaced',
    () => graph.grading.file('t', [aGrading({ id: 'g2', of: field('a', 'x'), grade: 'L4' })]),
  ],
  ['grade of a dataset', () => graph.grading.file('t', [aGrading({ of: dataset('a'), grade: 'L3' })])],
  [
    'declared edge',
    () => graph.edge.declare('t', [{ ...declared, validFrom: '2026-03-01T00:00:00Z', note: 'n' }]),
  ],
  [
    'declared otherwise',
    () => graph.edge.declare('t', [{ ...declared, validFrom: '2026-03-02T00:00:00Z', note: 'n' }]),
  ],
  [
    'retracted edge',
    async () => {
      const edges = (
        await db.driver.executeQuery(
          "MATCH ()-[r:FLOWS_TO {origin: 'DECLARED'}]->() WHERE r.retractedAt IS NULL RETURN r.id AS id",
        )
      ).records;
      await graph.edge.retract('t', [edges[0]?.get('id')], 'wrong');
    },
  ],
  ['interface', () => graph.interface.register('t', [interfaceA])],
  ['interface again', () => graph.interface.register('t', [{ ...interfaceA, name: '另一接口' }])],
  ['exposure', () => graph.interface.expose('t', [exposureA])],
  ['exposure again', () => graph.interface.expose('t', [{ ...exposureA, masking: 'HASH' }])],
  ['consumer', () => graph.consumer.register('t', [consumerA])],
  ['consumer again', () => graph.consumer.register('t', [{ ...consumerA, name: '另一应用' }])],
  ['authorisation', () => graph.authorization.grant('t', [grantA])],
  ['authorisation again', () => graph.authorization.grant('t', [{ ...grantA, state: 'REVOKED' }])],
  ['backflow link', () => graph.backflow.registerLinks('t', [linkA])],
  ['backflow link again', () => graph.backflow.registerLinks('t', [{ ...linkA, name: '另一链路' }])],
  ['delivery', () => graph.backflow.recordDeliveries('t', [deliveryA])],
  [
    'delivery that landed',
    () => graph.backflow.recordDeliveries('t', [aDelivery({ id: 'D1', link: 'BFL1' })]),
  ],
  ['access events', () => graph.access.accept([call])],
];
/** Kinds that no operation writes yet, but which the model has. */
const NOT_WRITTEN = ['edge.parsed', 'edge.imported'];

describe('following the change log', () => {
  let held: Held;
  beforeAll(async () => {
    await clearDatabase(db);
    held = await readWhole(db);
  });

  const differences = async (of: Held) =>
    compareFingerprints(fingerprintOf(of.data), fingerprintOf((await readWhole(db)).data));

  it.each(OPERATIONS)('gives what a build gives after: %s', async (_name, write) => {
    const before = held.data.version;
    await write();
    const followed = await follow(db, held);
    if ('stale' in followed) throw new Error(followed.stale);
    held = followed.held;
    expect(held.data.version).toBeGreaterThan(before);
    expect(await differences(held)).toEqual([]);
  });

  it('has met every kind of change that it knows', async () => {
    const { records } = await db.driver.executeQuery('MATCH (c:Change) RETURN DISTINCT c.kind AS kind');
    const met = records.map((record) => record.get('kind'));
    expect([...met, ...NOT_WRITTEN].sort()).toEqual([...CHANGE_MARKS.keys()].sort());
  });

  it('follows everything at once as it follows each, from the very beginning too', async () => {
    const { data } = held;
    const empty = await follow(db, { data: emptyIndex(), anchor: null });
    expect(
      'held' in empty && compareFingerprints(fingerprintOf(empty.held.data), fingerprintOf(data)),
    ).toEqual([]);
  });

  it('finds nothing in a change that the index does not hold, but takes its number', async () => {
    await graph.department.register('t', [aDepartment({ code: 'DEP2' })]);
    const followed = await follow(db, held);
    expect(followed).toMatchObject({ changed: false, held: { data: { version: held.data.version + 1 } } });
    if ('held' in followed) held = followed.held;
  });

  it.each([
    ['a kind that nobody thought about', 'something.new', 0, 'of an unknown kind: something.new'],
    ['a gap in the numbers', 'job.observed', 1, 'is missing'],
  ])('can only be built again after %s', async (_name, kind, skipped, reason) => {
    await commit(db, 't', async (_tx, note) => note(kind, 'k', null, null));
    const run = (statement: string) => db.driver.executeQuery(statement, { last: held.data.version + 1 });
    if (skipped > 0)
      await run('MATCH (c:Change {sequence: toInteger($last)}) SET c.sequence = c.sequence + 1');
    expect(await follow(db, held)).toEqual({ stale: expect.stringContaining(reason) });
    await run('MATCH (c:Change) WHERE c.sequence >= toInteger($last) DELETE c');
    await run('MATCH (c:ChangeCounter) SET c.value = toInteger($last) - 1');
  });

  it('can only be built again on a store with another history', async () => {
    const other = {
      ...held,
      anchor: { ...(held.anchor as NonNullable<Held['anchor']>), at: '2020-01-01T00:00:00Z' },
    };
    expect(await follow(db, other)).toEqual({ stale: expect.stringContaining('another history') });
    const ahead = {
      data: { ...held.data, version: 10 ** 6 },
      anchor: { ...other.anchor, sequence: 10 ** 6 },
    };
    expect(await follow(db, ahead)).toEqual({ stale: expect.stringContaining('another history') });
  });
});

/** What a build gives before anything was written. */
function emptyIndex() {
  const none: never[] = [];
  const rows = { datasets: none, fields: none, edges: none, interfaces: none, exposures: none };
  return buildIndexData({ version: 0, ...rows, consumers: none, authorizations: none });
}
