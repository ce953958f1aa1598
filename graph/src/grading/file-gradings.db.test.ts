import { afterAll, beforeEach, expect, it } from 'vitest';
import { createGraph } from '../graph.js';
import { datasetIdOf, fieldIdOf } from '../model/index.js';
import { aDataset, aField, aGrading, aViewer, clearDatabase, testDb } from '../testing/index.js';

// person ─HAS_FIELD→ zjhm (sensitive, floor L4), xm (general, floor L2), bz (none)
const db = testDb();
const graph = createGraph({ db });
const viewer = aViewer();
const person = datasetIdOf('pg', 'person');
const zjhm = fieldIdOf(person, 'zjhm');
const xm = fieldIdOf(person, 'xm');
const bz = fieldIdOf(person, 'bz');

beforeEach(async () => {
  await clearDatabase(db);
  await graph.dataset.describe('t', [aDataset({ namespace: 'pg', name: 'person' })]);
  await graph.field.describe('t', [
    aField({ dataset: person, path: 'zjhm', personalInfo: 'SENSITIVE' }),
    aField({ dataset: person, path: 'xm', personalInfo: 'GENERAL' }),
    aField({ dataset: person, path: 'bz' }),
  ]);
});
afterAll(() => db.close());

const gradeOf = async (id: typeof zjhm) => (await graph.field.findMany(viewer, [id]))[0]?.grade;
const datasetGrade = async () => (await graph.dataset.findMany(viewer, [person]))[0]?.grade;

it('gives the dataset the highest grade of its fields', async () => {
  await graph.grading.file('t', [aGrading({ of: xm, grade: 'L2' }), aGrading({ of: zjhm, grade: 'L4' })]);
  expect([await gradeOf(xm), await gradeOf(zjhm), await datasetGrade()]).toEqual(['L2', 'L4', 'L4']);
});

it('keeps history, has one current filing and changes nothing when an old one comes again', async () => {
  const first = aGrading({ of: bz, grade: 'L3', filedAt: '2026-01-01T00:00:00.000Z' });
  const second = aGrading({ of: bz, grade: 'L1', filedAt: '2026-02-01T00:00:00.000Z' });
  await graph.grading.file('t', [first]);
  await graph.grading.file('t', [second]);
  const sequence = await graph.change.lastSequence();
  expect(await graph.grading.file('t', [first])).toEqual({ created: 0, changed: 0, unchanged: 1 });
  expect(await graph.grading.listOf(viewer, [bz])).toEqual([second, { ...first, current: false }]);
  expect([await gradeOf(bz), await datasetGrade()]).toEqual(['L1', 'L1']);
  expect(await graph.change.lastSequence()).toBe(sequence);
});

it('lets a proposal take effect only when it is effective', async () => {
  const proposal = aGrading({ of: bz, grade: 'L3', state: 'PROPOSED' });
  await graph.grading.file('t', [proposal]);
  expect(await gradeOf(bz)).toBeNull();
  await graph.grading.file('t', [{ ...proposal, state: 'EFFECTIVE' }]);
  expect(await gradeOf(bz)).toBe('L3');
});

it('honours a filing for the dataset itself', async () => {
  await graph.grading.file('t', [
    aGrading({ of: person, grade: 'IMPORTANT' }),
    aGrading({ of: xm, grade: 'L2' }),
  ]);
  expect(await datasetGrade()).toBe('IMPORTANT');
});

it('refuses a grade below the floor, a rewritten filing and two current ones', async () => {
  await expect(graph.grading.file('t', [aGrading({ of: zjhm, grade: 'L3' })])).rejects.toMatchObject({
    issues: [{ path: '[0].grade', message: "L3 is below the floor L4 of the field's content" }],
  });
  const filed = aGrading({ of: bz, grade: 'L2' });
  await graph.grading.file('t', [filed]);
  await expect(graph.grading.file('t', [{ ...filed, grade: 'L1' }])).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await expect(graph.grading.file('t', [aGrading({ of: bz }), aGrading({ of: bz })])).rejects.toMatchObject({
    issues: [{ path: '[1].current' }],
  });
  expect([await gradeOf(zjhm), await gradeOf(bz)]).toEqual([null, 'L2']);
});
