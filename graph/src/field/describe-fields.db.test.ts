import { afterAll, beforeEach, expect, it } from 'vitest';
import { createGraph } from '../graph.js';
import { type DatasetId, datasetIdOf, fieldIdOf } from '../model/index.js';
import { aDataset, aField, aGrading, aViewer, clearDatabase, testDb } from '../testing/index.js';

// person(dataset) ─HAS_FIELD→ zjhm, xm
const db = testDb();
const graph = createGraph({ db });
const viewer = aViewer();
const person = datasetIdOf('pg', 'person');
const number = aField({
  dataset: person,
  path: 'zjhm',
  title: '证件号码',
  ordinal: 1,
  personalInfo: 'SENSITIVE',
  personalInfoKind: '居民身份证号',
});
const name = aField({ dataset: person, path: 'xm', title: '姓名', ordinal: 0, personalInfo: 'GENERAL' });

beforeEach(async () => {
  await clearDatabase(db);
  await graph.dataset.describe('t', [aDataset({ namespace: 'pg', name: 'person' })]);
});
afterAll(() => db.close());

it('creates fields, reads them back in their order and summarises them on the dataset', async () => {
  const { ids, ...summary } = await graph.field.describe('t', [number, name]);
  expect(summary).toEqual({ created: 2, changed: 0, unchanged: 0 });
  const rows = await graph.field.listOf(viewer, [person]);
  expect(rows).toEqual([
    { ...name, id: ids[1], grade: null, createdAt: rows[0]?.createdAt },
    { ...number, id: ids[0], grade: null, createdAt: rows[1]?.createdAt },
  ]);
  expect(await graph.field.findByName(viewer, { namespace: 'pg', dataset: 'person', path: 'zjhm' })).toEqual(
    rows[1],
  );
  expect(await graph.dataset.findMany(viewer, [person])).toMatchObject([
    { fieldCount: 2, personalInfo: 'SENSITIVE', grade: null },
  ]);
});

it('changes nothing the second time', async () => {
  await graph.field.describe('t', [number, name]);
  const before = await graph.change.lastSequence();
  expect(await graph.field.describe('t', [number, name])).toMatchObject({
    created: 0,
    changed: 0,
    unchanged: 2,
  });
  expect(await graph.change.lastSequence()).toBe(before);
});

it('keeps the filed grade when a description changes', async () => {
  const { ids } = await graph.field.describe('t', [number]);
  await graph.grading.file('t', [aGrading({ of: ids[0] as never, grade: 'L4' })]);
  await graph.field.describe('t', [{ ...number, title: '身份证号' }]);
  expect(await graph.field.findMany(viewer, ids)).toMatchObject([{ title: '身份证号', grade: 'L4' }]);
});

it('refuses fields of unknown datasets and twins', async () => {
  const nowhere = 'ds_00000000000000000000' as DatasetId;
  await expect(graph.field.describe('t', [name, aField({ dataset: nowhere })])).rejects.toMatchObject({
    issues: [{ path: '[1].dataset', message: `dataset ${nowhere} does not exist` }],
  });
  await expect(graph.field.describe('t', [name, { ...name, path: 'ｘｍ' }])).rejects.toMatchObject({
    issues: [{ path: '[1].path' }],
  });
  expect(await graph.field.findMany(viewer, [fieldIdOf(person, 'xm')])).toEqual([]);
});

it('registers ten thousand fields in seconds', async () => {
  const rows = Array.from({ length: 10_000 }, (_, i) =>
    aField({ dataset: person, path: `c_${i}`, title: `社会信用代码${i}`, ordinal: i }),
  );
  const start = performance.now();
  await graph.field.describe('t', rows);
  expect(performance.now() - start).toBeLessThan(30_000);
  expect(await graph.dataset.findMany(viewer, [person])).toMatchObject([{ fieldCount: 10_000 }]);
});
