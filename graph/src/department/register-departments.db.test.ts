import { afterAll, beforeEach, expect, it } from 'vitest';
import { createGraph } from '../graph.js';
import { aDepartment, aViewer, clearDatabase, testDb } from '../testing/index.js';

const db = testDb();
const graph = createGraph({ db });
const viewer = aViewer();
beforeEach(() => clearDatabase(db));
afterAll(() => db.close());

const city = aDepartment({ code: 'SH', kind: 'CITY' });
const district = aDepartment({
  code: 'CN',
  kind: 'DISTRICT',
  partOf: 'SH',
  areaCode: '310105',
  aliases: [{ name: '长宁', from: null, to: '2020-01-01' }],
});

it('registers a tree in any order, reads it back whole, and again without a change', async () => {
  expect(await graph.department.register('t', [district, city])).toEqual({
    created: 2,
    changed: 0,
    unchanged: 0,
  });
  expect(await graph.department.list(viewer)).toEqual([district, city]);
  expect(await graph.department.list(viewer, { kind: ['CITY'] })).toEqual([city]);
  expect(await graph.department.register('t', [city, district])).toEqual({
    created: 0,
    changed: 0,
    unchanged: 2,
  });
  expect(await graph.change.lastSequence()).toBe(2);
});

it('moves a department and leaves one PART_OF', async () => {
  await graph.department.register('t', [city, district]);
  await graph.department.register('t', [{ ...district, partOf: null }]);
  expect(await graph.department.findMany(viewer, ['CN'])).toEqual([{ ...district, partOf: null }]);
});

it('refuses a tree that bites its tail, unknown parents, twins and codes in disguise', async () => {
  await graph.department.register('t', [city, district]);
  await expect(graph.department.register('t', [{ ...city, partOf: 'CN' }])).rejects.toMatchObject({
    issues: [{ path: '[0].partOf', message: 'SH would be a part of itself' }],
  });
  await expect(graph.department.register('t', [aDepartment({ partOf: 'XX' })])).rejects.toMatchObject({
    issues: [{ path: '[0].partOf', message: 'department XX does not exist' }],
  });
  await expect(graph.department.register('t', [city, city, { ...city, code: 'ＳＨ' }])).rejects.toMatchObject(
    {
      issues: [
        { path: '[1].code', message: 'is given twice (first in [0])' },
        { path: '[2].code', message: 'must be written SH' },
      ],
    },
  );
  expect(await graph.change.lastSequence()).toBe(2);
});
