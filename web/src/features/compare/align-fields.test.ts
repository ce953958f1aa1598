import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignFields, type ComparedField } from './align-fields';

const field = (id: string, path: string, title = ''): ComparedField => ({
  id,
  path,
  title,
  type: null,
  grade: null,
  personalInfo: 'NONE',
});
const ids = (rows: ReturnType<typeof alignFields>) => rows.map((row) => row.map((cell) => cell?.id ?? '-'));

describe('fields side by side', () => {
  it('stand together by title, else by column name whatever its case, and alone at the end', () => {
    const rows = alignFields([
      [field('a1', 'own'), field('a2', 'ZJHM', '证件号码'), field('a3', 'xm', '姓名')],
      [field('b1', 'sfzh', '证件号码'), field('b2', 'XM', '名字'), field('b3', 'other')],
    ]);
    expect(ids(rows)).toEqual([
      ['a2', 'b1'],
      ['a3', 'b2'],
      ['a1', '-'],
      ['-', 'b3'],
    ]);
  });

  it('are each shown once, whatever the datasets hold', () => {
    const names = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'A', 'c'), fc.constantFrom('', '甲', '乙')), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(names, { minLength: 2, maxLength: 3 }), (lists) => {
        const datasets = lists.map((list, d) =>
          list.map(([path, title], i) => field(`${d}-${i}`, path, title)),
        );
        const rows = alignFields(datasets);
        for (const [d, fields] of datasets.entries()) {
          const shown = rows.flatMap((row) => row[d]?.id ?? []);
          expect(shown.sort()).toEqual(fields.map(({ id }) => id).sort());
        }
      }),
    );
  });
});
