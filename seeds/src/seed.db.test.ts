import { type AccessEvent, createGraph, type Viewer } from '@yuanliu/graph';
import { clearDatabase, testDb } from '@yuanliu/graph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PublicApi } from './public-api.js';
import { buildChangning } from './scenarios/changning/build.js';
import { stateOfStore } from './seed.js';
import { checkStored } from './verify.js';
import { writeAccounts, writeScenario } from './write.js';

const VIEWER: Viewer = { account: 'seed', role: 'OPERATIONS', department: 'seed' };
const db = testDb();
const graph = createGraph({ db });
const scenario = buildChangning(Date.parse('2026-11-23T16:00:00Z'));
const received: string[] = [];

/** The public paths without a socket: what arrives goes to the same operations as behind the endpoint. */
const api: PublicApi = {
  async postLineage(events) {
    const outcomes = await graph.ingest.lineage(events, { receivedAt: '2026-11-24T00:00:00Z' });
    expect(outcomes.filter((o) => o.status === 'refused')).toEqual([]);
  },
  async postAccessEvents(lines) {
    received.push(...lines);
  },
  query: () => Promise.reject(new Error('not asked here')),
};
function* firstEvents(count: number): Generator<AccessEvent> {
  for (const event of scenario.accessEvents()) {
    if (count-- === 0) return;
    yield event;
  }
}
const small = { ...scenario, accessEvents: () => firstEvents(100) };
const write = () => writeScenario(small, { graph, api, report: () => {} });

beforeAll(() => clearDatabase(db));
afterAll(() => db.close());

test('an empty store is filled, read back as written, and knows how far it came', async () => {
  expect(await stateOfStore(scenario, graph)).toBe('empty');
  await write();
  expect(received).toHaveLength(100);
  expect(await checkStored(scenario, graph)).toEqual([]);
  expect(await stateOfStore(scenario, graph)).toBe('unfinished');
  await writeAccounts(scenario, graph, () => {});
  expect(await stateOfStore(scenario, graph)).toBe('seeded');
});

test('a second run changes nothing', async () => {
  const before = await graph.change.lastSequence();
  await write();
  await writeAccounts(scenario, graph, () => {});
  expect(await graph.change.lastSequence()).toBe(before);
});

test('reading back names what was changed meanwhile', async () => {
  const [dataset] = await graph.dataset.findMany(VIEWER, [scenario.datasets[0]!.id]);
  const { id: _id, key: _key, fields: _fields, ...description } = scenario.datasets[0]!;
  await graph.dataset.describe('someone', [{ ...description, title: '另一个名称' }]);
  expect(await checkStored(scenario, graph)).toEqual([
    `dataset ${dataset?.name} was not read back as written`,
  ]);
});

test('the catalogue of someone else is told apart', async () => {
  await clearDatabase(db);
  await graph.department.register('someone', [
    { code: 'A', name: 'A', shortName: 'A', kind: 'DEPARTMENT', partOf: null, areaCode: null, aliases: [] },
  ]);
  expect(await stateOfStore(scenario, graph)).toBe('foreign');
});
