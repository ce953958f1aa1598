import { describe, expect, it } from 'vitest';
import { CATALOGUE_COLUMNS, type CatalogueKey } from './catalogue-columns.js';
import { describeFault } from './fault-words.js';
import { columnLetter } from './raw-row.js';
import {
  aCatalogueRow,
  type CatalogueCells,
  catalogueTable,
  makeCsv,
  makeXlsx,
} from './testing/make-files.js';
import { readAll } from './testing/read-all.js';

const letterOf = (key: CatalogueKey) =>
  columnLetter(CATALOGUE_COLUMNS.findIndex((column) => column.key === key));
const placeOf = (rule: string, row: number, key: CatalogueKey) =>
  `${rule} 目录 ${row} ${letterOf(key)} ${CATALOGUE_COLUMNS.find((column) => column.key === key)?.zh}`;
const read = (...rows: CatalogueCells[]) => readAll(makeXlsx({ 目录: catalogueTable(rows) }));
const second = aCatalogueRow({
  path: 'xm',
  itemTitle: '姓名',
  personalInfo: '一般',
  personalInfoKind: '姓名',
  grade: 'L2',
});

describe('a right file', () => {
  it('gives datasets and items, dataset columns being filled once', async () => {
    const rest = {
      namespace: second.namespace,
      name: second.name,
      path: 'xm',
      itemTitle: '姓名',
      type: 'VARCHAR(50)',
      grade: '二级',
    } as CatalogueCells;
    const { rows, datasets, faults } = await read(aCatalogueRow(), rest);
    expect(faults).toEqual([]);
    expect(rows.map(({ row, item }) => [row, item])).toEqual([
      [
        2,
        {
          path: 'zjhm',
          title: '证件号码',
          type: 'C(18)',
          description: null,
          grade: 'L4',
          personalInfo: 'SENSITIVE',
          personalInfoKind: '居民身份证号',
          ordinal: null,
          position: 0,
        },
      ],
      [
        3,
        {
          path: 'xm',
          title: '姓名',
          type: 'varchar(50)',
          description: null,
          grade: 'L2',
          personalInfo: null,
          personalInfoKind: null,
          ordinal: null,
          position: 1,
        },
      ],
    ]);
    expect(datasets).toHaveLength(1);
    expect(datasets[0]?.values).toMatchObject({
      title: '实有人口信息',
      keywords: ['人口', '登记'],
      theme: '民政社区',
      resourceType: 'BASE',
      provider: 'DSJ',
      sharingType: 'CONDITIONAL',
      openType: 'NOT_OPEN',
      updateFrequency: 'DAILY',
      issued: '2026-01-01',
    });
  });

  it('reads the same from CSV in any order of columns, encoding and separator', async () => {
    const table = catalogueTable([aCatalogueRow(), second]).map((row) => row.toReversed());
    const wanted = (await read(aCatalogueRow(), second)).rows.map(({ item, row }) => ({ item, row }));
    const csv = makeCsv(table);
    const utf16 = Buffer.from(`\ufeff${csv}`, 'utf16le');
    const gb = await gb18030(csv);
    const files = [
      Buffer.from(csv),
      Buffer.from(`\ufeff${csv}`),
      gb,
      utf16,
      Buffer.from(utf16).swap16(),
      Buffer.from(csv.replaceAll('","', '"\t"')),
      Buffer.from(csv.replaceAll('\r\n', '\n')),
    ];
    for (const file of files) {
      const { rows, faults } = await readAll(file);
      expect(faults).toEqual([]);
      expect(rows.map(({ item, row }) => ({ item, row }))).toEqual(wanted);
    }
  });

  it('takes headers with marks, other widths and a title above, English ones too', async () => {
    const [headers = [], ...rows] = catalogueTable([aCatalogueRow()]);
    const marked = headers.map((header, i) =>
      i === 2 ? ' ＊信息资源 代码（必填）' : i === 3 ? 'Title' : header,
    );
    const { faults, rows: found } = await readAll(
      makeXlsx({ 目录: [['政务信息资源目录'], marked, ...rows] }),
    );
    expect([faults, found.length]).toEqual([[], 1]);
  });

  it('reads several sheets and leaves the notes of the template out', async () => {
    const one = await read(aCatalogueRow());
    const two = await readAll(
      makeXlsx({
        填写说明: [['说明']],
        目录: catalogueTable([aCatalogueRow()]),
        更多: catalogueTable([second]),
      }),
    );
    expect(two.faults).toEqual([]);
    expect([one.rows.length, two.rows.length, two.datasets.length]).toEqual([1, 2, 1]);
  });
});

describe('faults', () => {
  it('name sheet, row, column and header', async () => {
    const { faults } = await read(
      aCatalogueRow({ theme: '人口', issued: '2026-02-30', rowCount: '很多' }),
      aCatalogueRow({ path: 'b', type: '随便！', grade: 'L5' }),
    );
    expect(faults).toEqual([
      placeOf('NOT_ONE_OF', 2, 'theme'),
      placeOf('NOT_A_DAY', 2, 'issued'),
      placeOf('NOT_A_COUNT', 2, 'rowCount'),
      placeOf('NOT_A_TYPE', 3, 'type'),
      placeOf('NOT_ONE_OF', 3, 'grade'),
    ]);
  });

  it('refuse the other rows of a dataset whose own cells are wrong', async () => {
    const { faults, log } = await read(
      aCatalogueRow({ theme: '人口' }),
      second,
      aCatalogueRow({ name: 'other' }),
    );
    expect(faults).toEqual([placeOf('NOT_ONE_OF', 2, 'theme'), 'DATASET_REFUSED 目录 3']);
    expect([log.refusedRows, log.fatal]).toEqual([2, false]);
  });

  it.each([
    ['REQUIRED', 'title', { title: '' }],
    ['REQUIRED', 'name', { name: '' }],
    ['REQUIRED', 'grade', { grade: '' }],
    ['FIELD_WITHOUT_NAME', 'path', { path: '' }],
    ['TOO_LONG', 'title', { title: '长'.repeat(51) }],
    ['TOO_LONG', 'abstract', { abstract: '长'.repeat(20_000) }],
    ['UNKNOWN_NAME', 'provider', { provider: '区不存在局' }],
    ['OF_OTHER', 'providerCode', { providerCode: 'GA' }],
    ['SECRET', 'secrecy', { secrecy: '涉密' }],
    ['CONDITION', 'sharingCondition', { sharingType: '无条件共享', sharingCondition: '要申请' }],
    ['CONDITION_NOT_CONCRETE', 'sharingCondition', { sharingCondition: '有条件' }],
    ['BASIS', 'sharingCondition', { sharingType: '不予共享', sharingCondition: '不方便' }],
    ['BELOW_FLOOR', 'grade', { grade: 'L2' }],
    ['NO_KIND', 'personalInfoKind', { personalInfo: '无' }],
    ['CONTROL', 'description', { description: 'a_x0000_b' }],
    ['CONTROL', 'description', { description: 'a_xD800_b' }],
    ['ENCODING', 'description', { description: '\ufffd' }],
    ['NUMBER_LOST', 'contact', { contact: 91350100000000000 }],
  ] as const)('%s at %s', async (rule, key, pinned) => {
    const { faults, log } = await read(aCatalogueRow(pinned as CatalogueCells));
    expect(faults).toEqual([placeOf(rule, 2, key)]);
    expect(log.refuses('目录', 2)).toBe(true);
  });

  it('tell twins apart from other names, whatever their width and Unicode form', async () => {
    const { faults } = await read(
      aCatalogueRow({ path: 'xm_é' }),
      aCatalogueRow({ path: 'ｘｍ_e\u0301', name: 'ｃｎ.dwd.syrk' }),
      aCatalogueRow({ path: 'XM_é' }),
    );
    expect(faults).toEqual([
      placeOf('FORM', 3, 'name'),
      placeOf('FORM', 3, 'path'),
      placeOf('TWICE', 3, 'path'),
    ]);
  });

  it('only tell of marks that draw nothing, and take the rest of the cell', async () => {
    const { faults, rows, log } = await read(
      aCatalogueRow({ itemTitle: '证件\u202e号\u200b码', path: 'zj\u200bhm' }),
    );
    expect(faults).toEqual([placeOf('INVISIBLE', 2, 'path'), placeOf('INVISIBLE', 2, 'itemTitle')]);
    expect([rows[0]?.item?.title, rows[0]?.item?.path, log.refusedRows]).toEqual(['证件号码', 'zjhm', 0]);
  });

  it('name rows of one dataset that contradict each other', async () => {
    const { faults, log } = await read(aCatalogueRow(), { ...second, title: '另一个名称' });
    expect(faults).toEqual([placeOf('CONTRADICTS', 3, 'title')]);
    expect(log.refuses('目录', 2)).toBe(false);
  });

  it('name columns that are missing, unknown or there twice', async () => {
    const [headers = [], ...rows] = catalogueTable([aCatalogueRow()]);
    const changed = headers.map((header) =>
      header === '主题分类' ? '心情' : header === '表数' ? '摘要' : header,
    );
    const { faults, log } = await readAll(makeXlsx({ 目录: [changed, ...rows] }));
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'UNKNOWN_COLUMN',
      'DUPLICATE_COLUMN',
      'MISSING_COLUMN',
    ]);
    expect(log.fatal).toBe(true);
  });

  it('are said in both languages, with what to do', async () => {
    const { log } = await read(aCatalogueRow({ title: '' }));
    const [fault] = log.kept;
    if (!fault) throw new Error('no fault');
    expect(describeFault(fault, 'zh-CN')).toEqual({
      place: '工作表 目录 第 2 行 D 列（信息资源名称）',
      what: '必填，但是空的',
      todo: '请填写',
    });
    expect(describeFault(fault, 'en')).toEqual({
      place: 'sheet 目录, row 2, column D (信息资源名称)',
      what: 'Required, but empty',
      todo: 'Fill it in',
    });
  });
});

/** Node reads GB18030 but does not write it: the inverse of what it reads, for the two-byte part. */
async function gb18030(text: string): Promise<Buffer> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  for (let a = 0x81; a <= 0xfe; a += 1)
    for (let b = 0x40; b <= 0xfe; b += 1) table.set(decoder.decode(Uint8Array.of(a, b)), [a, b]);
  return Buffer.from(
    [...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (table.get(sign) ?? [63]))),
  );
}
