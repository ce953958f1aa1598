import { expect, it } from 'vitest';
import { FaultLog } from './faults.js';
import { type Flow, readLineage } from './read-lineage.js';
import { type LineageCells, lineageTable, makeXlsx } from './testing/make-files.js';
import { at } from './testing/read-all.js';

const aFlow = (pinned: LineageCells = {}): LineageCells => ({
  fromNamespace: 'pg',
  fromDataset: 'a',
  fromField: 'x',
  toNamespace: 'pg',
  toDataset: 'b',
  toField: 'y',
  subtype: '原样',
  evidence: '台账第 3 页',
  ...pinned,
});

async function read(...rows: LineageCells[]) {
  const log = new FaultLog();
  const flows: Omit<Flow, 'place'>[] = [];
  for await (const { place: _, ...flow } of readLineage(makeXlsx({ 血缘: lineageTable(rows) }), log))
    flows.push(flow);
  return { flows, faults: log.kept.map(at) };
}

it('reads flows of fields and of whole datasets, the kind following from the transformation', async () => {
  const { flows, faults } = await read(
    aFlow({ subtype: 'transformation', masking: '哈希', backflow: '是', validFrom: '2026年1月2日' }),
    aFlow({ fromField: '', subtype: '过滤' }),
  );
  expect(faults).toEqual([]);
  const ends = {
    from: { namespace: 'pg', dataset: 'a', field: 'x' },
    to: { namespace: 'pg', dataset: 'b', field: 'y' },
  };
  expect(flows).toEqual([
    {
      sheet: '血缘',
      row: 2,
      ...ends,
      kind: 'DIRECT',
      subtype: 'TRANSFORMATION',
      masking: 'HASH',
      backflow: true,
      validFrom: '2026-01-02',
      evidence: '台账第 3 页',
    },
    {
      sheet: '血缘',
      row: 3,
      ...ends,
      from: { ...ends.from, field: null },
      kind: 'INDIRECT',
      subtype: 'FILTER',
      masking: null,
      backflow: false,
      validFrom: null,
      evidence: '台账第 3 页',
    },
  ]);
});

it('tells what is missing, what does not fit together, and what is there twice', async () => {
  const { flows, faults } = await read(
    aFlow({ evidence: '' }),
    aFlow({ kind: '间接' }),
    aFlow({ masking: '魔法' }),
    aFlow(),
    aFlow({ evidence: '另一处', fromField: 'ｘ' }),
  );
  expect(faults).toEqual([
    'REQUIRED 血缘 2 L 依据',
    'SUBTYPE_OF_KIND 血缘 3 G 血缘类型',
    'NOT_ONE_OF 血缘 4 I 脱敏方法',
    'FORM 血缘 6 C 源字段',
    'TWICE 血缘 6 B 源数据集',
  ]);
  expect(flows.map(({ row }) => row)).toEqual([5]);
});
