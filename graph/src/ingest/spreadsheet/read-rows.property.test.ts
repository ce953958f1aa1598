import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UnreadableFile } from './faults.js';
import type { RawRow } from './raw-row.js';
import { readRows } from './read-rows.js';
import { aCatalogueRow, catalogueTable, makeCsv, makeXlsx } from './testing/make-files.js';
import { readAll } from './testing/read-all.js';

async function rowsOf(bytes: Buffer): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of readRows(bytes)) rows.push(row);
  return rows;
}
const textsOf = (rows: readonly RawRow[]) =>
  rows.map(({ row, cells }) => [row, ...Array.from(cells, (cell) => cell?.text ?? '')]);

/** What the rows of a table should be read as: the empty ones left out, the last empty cells too. */
const wanted = (table: readonly (readonly string[])[]) =>
  table.flatMap((cells, i) => {
    const last = cells.findLastIndex((cell) => cell !== '');
    return last < 0 ? [] : [[i + 1, ...cells.slice(0, last + 1)]];
  });

/** Any text but what each format says in another way: escapes of workbooks, line ends of XML, quotes of our own exports. */
const text = fc
  .string({ unit: 'binary', maxLength: 12 })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these have no place in XML
  .filter((cell) => !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x|^'[=+\-@]/.test(cell));
const table = fc.array(fc.array(text, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });

it('gives back any text of a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (cells) => {
      expect(textsOf(await rowsOf(makeXlsx({ s: cells })))).toEqual(wanted(cells));
    }),
  );
});

it('gives back any text of a CSV file', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (cells) => {
      const head = ['a', 'b'];
      const rows = textsOf(await rowsOf(Buffer.from(`\ufeff${makeCsv([head, ...cells])}`)));
      expect(rows.slice(1)).toEqual(wanted([head, ...cells]).slice(1));
    }),
  );
});

const whole = catalogueTable([aCatalogueRow(), aCatalogueRow({ path: 'b' })]);
const files = [
  makeXlsx({ 目录: whole }),
  Buffer.from(makeCsv(whole)),
  Buffer.from(makeCsv(whole), 'utf16le'),
];

it('refuses or reads any damaged file, and never fails otherwise', async () => {
  const damage = fc.record({
    file: fc.constantFrom(...files),
    keep: fc.double({ min: 0, max: 1, noNaN: true }),
    at: fc.array(fc.tuple(fc.nat(20_000), fc.nat(255)), { maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, keep, at }) => {
      const bytes = Buffer.from(file.subarray(0, Math.ceil(file.length * keep)));
      for (const [place, byte] of at) if (bytes.length > 0) bytes[place % bytes.length] = byte;
      try {
        await readAll(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile);
      }
    }),
    { numRuns: 500 },
  );
});
