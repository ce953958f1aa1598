import fc from 'fast-check';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { createGraph } from '../graph.js';
import { type DatasetId, datasetIdOf } from '../model/index.js';
import { aDataset, aField, aViewer, clearDatabase, testDb } from '../testing/index.js';

const db = testDb();
const graph = createGraph({ db });
const viewer = aViewer();
beforeEach(() => clearDatabase(db));
afterAll(() => db.close());

interface Column {
  path: string;
  title: string;
}
const idOf = (dataset: number) => datasetIdOf('pg', `t${dataset}`);

async function fill(tables: readonly (readonly Column[])[]): Promise<void> {
  await graph.dataset.describe(
    't',
    tables.map((_, i) => aDataset({ namespace: 'pg', name: `t${i}`, title: `表${i}` })),
  );
  await graph.field.describe(
    't',
    tables.flatMap((columns, i) =>
      columns.map((column, ordinal) => aField({ ...column, dataset: idOf(i), ordinal })),
    ),
  );
}

/** The same, counted field by field. */
function recount(tables: readonly (readonly Column[])[], of: number) {
  const all = tables.flat();
  const count = (test: (column: Column) => boolean) => all.filter(test).length;
  const rows = new Map<DatasetId, { titles: string[]; weight: number }>();
  for (const field of tables[of] ?? []) {
    const paths = count(({ path }) => path === field.path);
    const titles = field.title === '' ? paths : count(({ title }) => title === field.title);
    for (const [i, columns] of tables.entries()) {
      const same = ({ path, title }: Column) =>
        path === field.path || (field.title !== '' && title === field.title);
      if (i === of || !columns.some(same)) continue;
      const row = rows.get(idOf(i)) ?? { titles: [], weight: 0 };
      row.titles.push(field.title || field.path);
      row.weight += 2 / (paths + titles);
      rows.set(idOf(i), row);
    }
  }
  return [...rows]
    .map(([dataset, row]) => ({ dataset, ...row }))
    .sort(
      (a, b) =>
        Math.sign(Math.round((b.weight - a.weight) * 1e9)) ||
        b.titles.length - a.titles.length ||
        (a.dataset < b.dataset ? -1 : 1),
    );
}

// 人口 {zjhm 证件号码, xm 姓名}   法人 {zjhm 证件号码, tyshxydm 信用代码}   照片 {xm 名称}
it('gives datasets with the same column names or titles, the rarer the name the more it weighs', async () => {
  await fill([
    [
      { path: 'zjhm', title: '证件号码' },
      { path: 'xm', title: '姓名' },
    ],
    [
      { path: 'sfzh', title: '证件号码' },
      { path: 'tyshxydm', title: '信用代码' },
    ],
    [{ path: 'xm', title: '名称' }],
    [{ path: 'jd', title: '' }],
  ]);
  // 证件号码 is a column name once and a title twice; xm a column name twice and 姓名 a title once.
  expect(await graph.dataset.similar(viewer, idOf(0))).toEqual(
    [
      { dataset: idOf(1), titles: ['证件号码'], weight: 2 / 3 },
      { dataset: idOf(2), titles: ['姓名'], weight: 2 / 3 },
    ].toSorted((a, b) => (a.dataset < b.dataset ? -1 : 1)),
  );
  expect(await graph.dataset.similar(viewer, idOf(3))).toEqual([]);
  expect(await graph.dataset.similar(viewer, idOf(0), 1)).toHaveLength(1);
  expect(() => graph.dataset.similar(viewer, idOf(0), 0)).toThrow();
});

it('passes over a name that very many fields have', async () => {
  const common = { path: 'create_time', title: '创建时间' };
  await fill(
    Array.from({ length: 301 }, (_, i) => (i < 2 ? [common, { path: 'rare', title: '稀' }] : [common])),
  );
  expect(await graph.dataset.similar(viewer, idOf(0))).toEqual([
    { dataset: idOf(1), titles: ['稀'], weight: 0.5 },
  ]);
});

it('equals a recount field by field on any catalogue', async () => {
  const column = fc.record({
    path: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    title: fc.constantFrom('', '甲', '乙', '丙', '丁'),
  });
  const columns = fc.uniqueArray(column, { maxLength: 5, selector: ({ path }) => path });
  await fc.assert(
    fc.asyncProperty(fc.array(columns, { minLength: 2, maxLength: 6 }), async (tables) => {
      await clearDatabase(db);
      await fill(tables);
      const found = await graph.dataset.similar(viewer, idOf(0), 50);
      const expected = recount(tables, 0);
      expect(found.map(({ dataset, titles }) => ({ dataset, titles }))).toEqual(
        expected.map(({ dataset, titles }) => ({ dataset, titles })),
      );
      for (const [i, { weight }] of found.entries())
        expect(weight).toBeCloseTo(expected[i]?.weight ?? Number.NaN, 9);
    }),
    { numRuns: 25 },
  );
}, 120_000);
