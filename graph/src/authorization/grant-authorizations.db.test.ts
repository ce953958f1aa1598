import { afterAll, beforeEach, expect, it } from 'vitest';
import { createGraph } from '../graph.js';
import { datasetIdOf, fieldIdOf } from '../model/index.js';
import {
  aConsumer,
  aDataset,
  aDepartment,
  aField,
  aGrading,
  anAuthorization,
  anInterface,
  aUseScene,
  aViewer,
  clearDatabase,
  testDb,
} from '../testing/index.js';

// APP ─HOLDS→ AUTH ─ON→ API ─EXPOSES→ x, y (not z) of d
const db = testDb();
const graph = createGraph({ db });
const viewer = aViewer();
const d = datasetIdOf('pg', 'd');
const [x, y, z] = [fieldIdOf(d, 'x'), fieldIdOf(d, 'y'), fieldIdOf(d, 'z')];
const api = anInterface({ code: 'API', name: '企业信息查询', provider: 'SJ', scene: 'SCN' });
const grant = anAuthorization({
  code: 'AUTH',
  consumer: 'APP',
  interface: 'API',
  scene: 'SCN',
  fields: [x, y],
});

beforeEach(async () => {
  await clearDatabase(db);
  await graph.department.register('t', [aDepartment({ code: 'SJ' })]);
  await graph.useScene.register('t', [aUseScene({ code: 'SCN' })]);
  await graph.dataset.describe('t', [aDataset({ namespace: 'pg', name: 'd' })]);
  await graph.field.describe(
    't',
    ['x', 'y', 'z'].map((path) => aField({ dataset: d, path })),
  );
  await graph.interface.register('t', [api]);
  await graph.interface.expose('t', [
    { interface: 'API', field: x, alias: 'X', masking: null, reversible: false },
    { interface: 'API', field: y, alias: 'Y', masking: 'COVER', reversible: false },
  ]);
  await graph.consumer.register('t', [aConsumer({ code: 'APP', operatedBy: 'SJ' })]);
});
afterAll(() => db.close());

it('grants once, reads back whole from all sides', async () => {
  expect(await graph.authorization.grant('t', [grant])).toEqual({ created: 1, changed: 0, unchanged: 0 });
  const stored = { ...grant, fields: [x, y].sort() };
  expect(await graph.authorization.findMany(viewer, ['AUTH', 'NONE'])).toEqual([stored]);
  expect(await graph.authorization.listOf(viewer, { interfaces: ['API'] })).toEqual([stored]);
  expect(await graph.authorization.listOf(viewer, { consumers: ['APP'] })).toEqual([stored]);
  const sequence = await graph.change.lastSequence();
  const again = { ...grant, fields: [...grant.fields].reverse() };
  expect(await graph.authorization.grant('t', [again])).toEqual({ created: 0, changed: 0, unchanged: 1 });
  expect(await graph.change.lastSequence()).toBe(sequence);
  expect(await graph.authorization.consumerCountsOf(viewer, [d])).toEqual([
    { dataset: d, consumerCount: 1, useCount: 1 },
  ]);
});

it('narrows an authorisation to fewer fields', async () => {
  await graph.authorization.grant('t', [grant]);
  await graph.authorization.grant('t', [{ ...grant, fields: [x], state: 'SUSPENDED', scene: null }]);
  expect(await graph.authorization.findMany(viewer, ['AUTH'])).toEqual([
    { ...grant, fields: [x], state: 'SUSPENDED', scene: null },
  ]);
});

it('refuses fields that the interface does not expose, empty terms and unknown parties', async () => {
  await expect(graph.authorization.grant('t', [{ ...grant, fields: [x, z] }])).rejects.toMatchObject({
    issues: [{ path: '[0].fields[1]', message: `API does not expose ${z}` }],
  });
  await expect(
    graph.authorization.grant('t', [{ ...grant, validTo: grant.validFrom }]),
  ).rejects.toMatchObject({
    issues: [{ path: '[0].validTo' }],
  });
  await expect(graph.authorization.grant('t', [{ ...grant, consumer: 'NOBODY' }])).rejects.toMatchObject({
    issues: [{ path: '[0].consumer', message: 'consumer NOBODY does not exist' }],
  });
  expect(await graph.authorization.findMany(viewer, ['AUTH'])).toEqual([]);
});

it('tells what an interface gives out, its grade and who exposes a field or dataset', async () => {
  expect(await graph.interface.findMany(viewer, ['API'])).toEqual([api]);
  expect(await graph.interface.exposuresOf(viewer, ['API'])).toEqual([
    { interface: 'API', field: x, alias: 'X', masking: null, reversible: false },
    { interface: 'API', field: y, alias: 'Y', masking: 'COVER', reversible: false },
  ]);
  await graph.grading.file('t', [aGrading({ of: y, grade: 'L3' }), aGrading({ of: z, grade: 'L4' })]);
  expect(await graph.interface.gradesOf(viewer, ['API'])).toEqual([{ code: 'API', grade: 'L3' }]);
  expect(await graph.interface.exposingFields(viewer, [x, z])).toEqual([{ field: x, interface: 'API' }]);
  expect(await graph.interface.exposingDatasets(viewer, [d])).toEqual([{ dataset: d, interface: 'API' }]);
  expect(await graph.interface.usage(viewer, ['API'], 30)).toEqual([
    { code: 'API', calls: 0, denied: 0, rows: 0, lastAt: null },
  ]);
});

it('refuses one outside name for two fields', async () => {
  await expect(
    graph.interface.expose('t', [
      { interface: 'API', field: z, alias: 'X', masking: null, reversible: false },
    ]),
  ).rejects.toMatchObject({ issues: [{ path: '[0].alias' }] });
});

it('lists interfaces and consumers by page', async () => {
  await graph.interface.register('t', [anInterface({ code: 'OLD', name: '空闲接口', state: 'SUSPENDED' })]);
  expect(await graph.interface.list(viewer, { filter: { department: ['SJ'], text: '企业' } })).toEqual({
    rows: [api],
    totalCount: 1,
    offset: 0,
    hasNextPage: false,
  });
  expect(await graph.interface.list(viewer, { first: 1 })).toMatchObject({
    totalCount: 2,
    hasNextPage: true,
  });
  expect(await graph.consumer.list(viewer)).toMatchObject({
    totalCount: 1,
    rows: [{ code: 'APP', operatedBy: 'SJ' }],
  });
});
