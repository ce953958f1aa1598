import { afterAll, beforeEach, expect, it } from 'vitest';
import { cursorAt } from '../db/index.js';
import { createGraph } from '../graph.js';
import { datasetIdOf } from '../model/index.js';
import { aDataset, aDepartment, aField, aLibrary, aViewer, clearDatabase, testDb } from '../testing/index.js';

const db = testDb();
const graph = createGraph({ db });
const viewer = aViewer();
beforeEach(() => clearDatabase(db));
afterAll(() => db.close());

const population = aDataset({
  namespace: 'pg',
  name: 'dwd.person',
  title: '实有人口基础信息',
  keywords: ['人口'],
  dataUpdatedAt: '2026-11-20T08:00:00+08:00',
  rowCount: 12,
});

it('creates an entry with its owners and reads it back whole', async () => {
  await graph.department.register('t', [aDepartment({ code: 'GA', name: '公安分局' })]);
  await graph.library.register('t', [aLibrary({ code: 'RK' })]);
  const { ids, ...summary } = await graph.dataset.describe('t', [
    { ...population, provider: 'GA', library: 'RK', source: null },
  ]);
  expect(summary).toEqual({ created: 1, changed: 0, unchanged: 0 });
  const [row] = await graph.dataset.findMany(viewer, ids);
  expect(row).toEqual({
    ...population,
    id: datasetIdOf('pg', 'dwd.person'),
    dataUpdatedAt: '2026-11-20T00:00:00.000Z',
    provider: 'GA',
    library: 'RK',
    source: null,
    particulars: null,
    grade: null,
    personalInfo: 'NONE',
    fieldCount: 0,
    createdAt: row?.createdAt,
    updatedAt: row?.updatedAt,
  });
  expect(await graph.dataset.findByName(viewer, { namespace: 'pg', name: 'dwd.person' })).toEqual(row);
});

it('changes nothing and logs nothing when the same entry comes again', async () => {
  await graph.dataset.describe('t', [population]);
  const before = await graph.change.lastSequence();
  const { ids, ...again } = await graph.dataset.describe('t', [population]);
  expect(again).toEqual({ created: 0, changed: 0, unchanged: 1 });
  expect(ids).toHaveLength(1);
  expect(await graph.change.lastSequence()).toBe(before);
});

it('logs only what differs when an entry changes', async () => {
  const { ids } = await graph.dataset.describe('t', [population]);
  await graph.dataset.describe('wang', [{ ...population, title: '实有人口信息', rowCount: null }]);
  const [change] = await graph.change.latest(viewer, 1);
  expect(change).toMatchObject({
    sequence: 2,
    actor: 'wang',
    kind: 'dataset.changed',
    key: ids[0],
    before: { title: '实有人口基础信息', rowCount: 12 },
    after: { title: '实有人口信息', rowCount: null },
  });
});

it('keeps owners that are not mentioned and drops those that are null', async () => {
  await graph.department.register('t', [aDepartment({ code: 'GA' })]);
  await graph.library.register('t', [aLibrary({ code: 'RK' })]);
  const { ids } = await graph.dataset.describe('t', [{ ...population, provider: 'GA', library: 'RK' }]);
  await graph.dataset.describe('t', [{ ...population, title: '人口', library: null }]);
  expect(await graph.dataset.findMany(viewer, ids)).toMatchObject([
    { title: '人口', provider: 'GA', library: null },
  ]);
});

it('takes names that differ only by form for one dataset and refuses both in one call', async () => {
  await graph.dataset.describe('t', [population]);
  const { created } = await graph.dataset.describe('t', [{ ...population, name: 'ｄｗｄ.person\u200b ' }]);
  expect(created).toBe(0);
  await expect(
    graph.dataset.describe('t', [population, { ...population, name: 'dwd.person\u200b' }]),
  ).rejects.toMatchObject({ issues: [{ path: '[1].name', message: 'is given twice (first in [0])' }] });
});

it('refuses bad input with path and reason and writes nothing', async () => {
  const bad = [population, { ...aDataset(), sharingType: 'NOT_SHARED' as const, sharingBasis: ' ' }];
  await expect(graph.dataset.describe('t', bad)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: '[1].sharingBasis', message: 'is required when the dataset is not shared' }],
  });
  await expect(
    graph.dataset.describe('t', [{ ...population, provider: 'NOBODY', library: 'NOWHERE' }]),
  ).rejects.toMatchObject({
    issues: [
      { path: '[0].provider', message: 'department NOBODY does not exist' },
      { path: '[0].library', message: 'library NOWHERE does not exist' },
    ],
  });
  await expect(graph.dataset.describe('t', [{ ...population, title: 'a\u0000b' }])).rejects.toMatchObject({
    issues: [{ path: '[0].title' }],
  });
  expect((await graph.dataset.list(viewer)).totalCount).toBe(0);
  expect(await graph.change.lastSequence()).toBe(0);
});

it('pages through a filtered and sorted list with a true total', async () => {
  await graph.department.register('t', [aDepartment({ code: 'GA' }), aDepartment({ code: 'MZ' })]);
  const rows = ['甲', '乙', '丙', '丁', '戊'].map((title, i) =>
    aDataset({ title: `${title}表`, provider: i === 4 ? 'MZ' : 'GA', layer: i === 0 ? 'ODS' : 'DWS' }),
  );
  const { ids } = await graph.dataset.describe('t', rows);
  await graph.field.describe('t', [
    aField({ dataset: ids[2] as never, path: 'a' }),
    aField({ dataset: ids[2] as never, path: 'b', personalInfo: 'SENSITIVE' }),
    aField({ dataset: ids[1] as never, path: 'a' }),
  ]);
  const filter = { department: ['GA'], layer: ['DWS' as const] };
  const first = await graph.dataset.list(viewer, { filter, sort: 'FIELDS', first: 2 });
  expect(first).toMatchObject({ totalCount: 3, offset: 0, hasNextPage: true });
  expect(first.rows.map((d) => [d.title, d.fieldCount, d.personalInfo])).toEqual([
    ['丙表', 2, 'SENSITIVE'],
    ['乙表', 1, 'NONE'],
  ]);
  const second = await graph.dataset.list(viewer, { filter, sort: 'FIELDS', first: 2, after: cursorAt(1) });
  expect(second).toMatchObject({ totalCount: 3, offset: 2, hasNextPage: false });
  expect(second.rows.map((d) => d.title)).toEqual(['丁表']);
  await expect(graph.dataset.list(viewer, { after: "x' OR 1=1" })).rejects.toMatchObject({
    issues: [{ path: 'after' }],
  });
});

it('stores query languages as data', async () => {
  const nasty = [
    "') MATCH (n) DETACH DELETE n //",
    '`}) RETURN 1 //',
    '$ids {id: "x"} + - && || ! ( ) { } [ ] ^ " ~ * ? : \\ /',
    '*:* OR title:secret',
    '<script>alert(1)</script>',
  ];
  const { ids } = await graph.dataset.describe(
    "x'; DROP",
    nasty.map((text, i) =>
      aDataset({
        name: `n${i} ${text}`,
        title: text,
        keywords: [text.slice(0, 40)],
        theme: text.slice(0, 40),
      }),
    ),
  );
  const found = await graph.dataset.findMany(viewer, ids);
  expect(found.map((d) => d.title).sort()).toEqual([...nasty].sort());
  for (const text of nasty) {
    const page = await graph.dataset.list(viewer, { filter: { text, theme: [text.slice(0, 40)] } });
    expect(page.rows.map((d) => d.title)).toEqual([text]);
  }
});
