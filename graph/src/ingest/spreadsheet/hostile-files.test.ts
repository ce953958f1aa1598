import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type FaultLog, UnreadableFile } from './faults.js';
import { LIMITS } from './limits.js';
import { readRows } from './read-rows.js';
import {
  aCatalogueRow,
  catalogueTable,
  makeCsv,
  makeXlsx,
  makeZip,
  sheetXml,
  workbookParts,
} from './testing/make-files.js';
import { readAll } from './testing/read-all.js';

const good = catalogueTable([aCatalogueRow()]);
const csv = makeCsv(good);

async function refusal(bytes: Buffer): Promise<string> {
  try {
    for await (const _ of readRows(bytes));
  } catch (error) {
    if (error instanceof UnreadableFile) return error.fault.rule;
    throw error;
  }
  return 'READ';
}
const rules = (log: FaultLog) => log.kept.map(({ rule }) => rule);

describe('a file that is none', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'EMPTY'],
    ['XLS of old, and what is encrypted', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'NOT_A_TABLE'],
    ['gzip', gzipSync(csv), 'NOT_A_TABLE'],
    ['a ZIP of something else', makeZip({ 'a.txt': 'a' }), 'NOT_A_TABLE'],
    ['a cut workbook', makeXlsx({ a: good }).subarray(0, 900), 'BROKEN'],
    [
      'a workbook whose XML breaks off',
      makeZip(workbookParts({ a: sheetXml(good).slice(0, 500) })),
      'BROKEN',
    ],
    [
      'entities of its own',
      makeZip(workbookParts({ a: `<!DOCTYPE a [<!ENTITY b "bb">]>${sheetXml(good)}` })),
      'BROKEN',
    ],
    [
      'half a character in XML',
      makeZip(workbookParts({ a: sheetXml([[{ xml: '<c t="str"><v>&#xD800;</v></c>' }]]) })),
      'BROKEN',
    ],
    [
      'a text that is not there',
      makeZip(workbookParts({ a: sheetXml([[{ xml: '<c t="s"><v>7</v></c>' }]]) })),
      'BROKEN',
    ],
    ['a quote that never ends', Buffer.from(`${csv}\r\n"${'x'.repeat(2_000_000)}`), 'RECORD_TOO_LONG'],
    ['too many columns', Buffer.from('a,'.repeat(LIMITS.columns + 1)), 'TOO_MANY_COLUMNS'],
    [
      'a column beyond all',
      makeZip(workbookParts({ a: sheetXml([[{ xml: '<c r="XFD1"><v>1</v></c>' }]]) })),
      'TOO_MANY_COLUMNS',
    ],
    ['too many rows', Buffer.from('a,b\n'.repeat(LIMITS.rows + 1)), 'TOO_MANY_ROWS'],
    ['a text of 10 MB in a cell', makeXlsx({ a: [['x'.repeat(10_000_000)]] }), 'TOO_LARGE'],
  ] as const)('%s is refused', async (_name, bytes, rule) => {
    expect(await refusal(bytes)).toBe(rule);
  });
});

describe('a zip bomb', () => {
  it('that says how large it is, is refused before anything of it is read', async () => {
    const bomb = makeZip({ ...workbookParts({ a: sheetXml(good) }), 'xl/bomb.xml': 'x' }, (name, size) =>
      name === 'xl/bomb.xml' ? LIMITS.inflatedBytes : size,
    );
    expect(await refusal(bomb)).toBe('TOO_LARGE');
  });

  it('that lies about its size ends where it said it would', async () => {
    const rows = Buffer.concat([
      Buffer.from('<worksheet><sheetData>'),
      Buffer.alloc(200_000_000, '<row></row>'),
    ]);
    const lying = makeZip({ ...workbookParts({ a: '' }), 'xl/worksheets/sheet1.xml': rows }, (name, size) =>
      name.endsWith('sheet1.xml') ? 10_000 : size,
    );
    const before = process.memoryUsage().rss;
    expect(await refusal(lying)).toBe('BROKEN');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('formulas', () => {
  it('in a workbook are refused, and their last result is not taken', async () => {
    const table = good.map((row, i) =>
      i === 0
        ? row
        : row.map((cell) =>
            cell === '证件号码' ? { xml: '<c t="str"><f>HYPERLINK("http://x","y")</f><v>y</v></c>' } : cell,
          ),
    );
    const { log, rows } = await readAll(makeXlsx({ 目录: table }));
    expect([rules(log), rows[0]?.item]).toEqual([['FORMULA'], null]);
  });

  it.each(['=1+1', '@SUM(A1)', "+1|' /C calc'!A0", '-SUM(A1)'])('in CSV are refused: %s', async (text) => {
    const { log } = await readAll(Buffer.from(makeCsv(catalogueTable([aCatalogueRow({ itemTitle: text })]))));
    expect(rules(log)).toEqual(['FORMULA']);
  });

  it('that our own exports disarmed are text, as is what only begins like one', async () => {
    const { log, rows } = await readAll(
      Buffer.from(
        makeCsv(
          catalogueTable([
            aCatalogueRow({ itemTitle: "'=1+1" }),
            aCatalogueRow({ path: 'b', itemTitle: '-' }),
          ]),
        ),
      ),
    );
    expect([rules(log), rows.map(({ item }) => item?.title)]).toEqual([[], ['=1+1', '-']]);
  });

  it('as text of a workbook stay text', async () => {
    const { log, rows } = await readAll(
      makeXlsx({ 目录: catalogueTable([aCatalogueRow({ itemTitle: '=1+1' })]) }),
    );
    expect([rules(log), rows[0]?.item?.title]).toEqual([[], '=1+1']);
  });
});

describe('a wrong encoding', () => {
  it('is told by cell where a byte is no character', async () => {
    const bytes = Buffer.from(csv);
    bytes[bytes.indexOf(Buffer.from('证件号码')) + 1] = 0x20;
    const { log } = await readAll(bytes);
    expect(log.kept.map(({ rule, row, header }) => [rule, row, header])).toEqual([
      ['ENCODING', 2, '信息项名称'],
    ]);
  });

  it('is suspected when no header is known', async () => {
    const { log } = await readAll(Buffer.from(Buffer.from(csv).toString('latin1')));
    expect([rules(log), log.fatal]).toEqual([['NO_HEADER'], true]);
  });

  it('NUL in a CSV file is told by cell', async () => {
    const { log } = await readAll(Buffer.from(csv.replace('证件号码', '证件\0号码')));
    expect(rules(log)).toEqual(['CONTROL']);
  });
});

it('keeps the first faults and counts the others', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => aCatalogueRow({ path: `f${i}`, grade: 'L9' }));
  const { log } = await readAll(Buffer.from(makeCsv(catalogueTable(rows))));
  expect([log.kept.length, log.faults, log.refusedRows]).toEqual([LIMITS.faults, 20_000, 20_000]);
});
