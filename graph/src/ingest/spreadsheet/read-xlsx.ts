import { UnreadableFile, unreadable } from './faults.js';
import { LIMITS } from './limits.js';
import type { RawCell, RawRow } from './raw-row.js';
import { decodeEscapes, readWorkbook, type Workbook } from './read-workbook.js';
import { readXml } from './read-xml.js';
import { type Archive, openArchive } from './read-zip.js';

const DAY_MS = 86_400_000;
/** Day 0 of the count from 1900; Excel believes in a 29 February of that year, which days since then carry. */
const DAY_0 = Date.UTC(1899, 11, 30);
const DAY_0_1904 = Date.UTC(1904, 0, 1);

function dayOf(serial: string, { from1904 }: Workbook): string | null {
  const days = Math.floor(Number(serial));
  const time = (from1904 ? DAY_0_1904 : DAY_0) + days * DAY_MS;
  return days > 0 && days < 2_958_466 ? new Date(time).toISOString().slice(0, 10) : null;
}

/** The number of a column, from 0, in a reference such as `AB12`. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function cellOf(
  book: Workbook,
  type: string,
  style: number,
  value: string,
  formula: boolean,
): RawCell | null {
  if (formula) return { kind: 'FORMULA', text: value };
  if (value === '') return null;
  if (type === 's') {
    const text = book.texts[Number(value)];
    if (text === undefined) throw unreadable('BROKEN', { why: `text ${value}` });
    return text === '' ? null : { kind: 'TEXT', text };
  }
  if (type === 'e') return { kind: 'ERROR', text: value };
  if (type === 'b') return { kind: 'TEXT', text: value === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'd') return { kind: 'DAY', text: value.slice(0, 10) };
  if (type === 'str' || type === 'inlineStr') return { kind: 'TEXT', text: decodeEscapes(value) };
  const day = book.isDay[style] ? dayOf(value, book) : null;
  return day === null ? { kind: 'NUMBER', text: value } : { kind: 'DAY', text: day };
}

async function* readSheet(
  archive: Archive,
  book: Workbook,
  name: string,
  part: string,
): AsyncGenerator<RawRow> {
  let rows: RawRow[] = [];
  let current: RawRow = { sheet: name, row: 0, cells: [] };
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let formula = false;
  let gathering = false;
  let reading = 0;
  const pieces = readXml(archive.read(part), {
    open(tag, attributes) {
      if (tag === 'row') {
        current = { sheet: name, row: Number(attributes.r ?? current.row + 1), cells: [] };
        column = -1;
      } else if (tag === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column + 1;
        if (!(column >= 0 && column < LIMITS.columns))
          throw unreadable(
            'TOO_MANY_COLUMNS',
            { limit: String(LIMITS.columns) },
            { sheet: name, row: current.row },
          );
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        value = '';
        formula = false;
      } else if (tag === 'f') formula = true;
      else if (tag === 'rPh') reading += 1;
      else if (tag === 'v' || tag === 't') gathering = reading === 0;
    },
    text(text) {
      if (gathering) value += text;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') gathering = false;
      else if (tag === 'rPh') reading -= 1;
      else if (tag === 'c') {
        const cell = cellOf(book, type, style, value, formula);
        if (cell) current.cells[column] = cell;
      } else if (tag === 'row' && current.cells.length > 0) rows.push(current);
    },
  });
  for await (const _ of pieces) {
    yield* rows;
    rows = [];
  }
}

/** Rows of every sheet that is shown, as they come; empty ones are left out. Throws UnreadableFile. */
export async function* readXlsx(bytes: Buffer): AsyncGenerator<RawRow> {
  try {
    const archive = await openArchive(bytes);
    const book = await readWorkbook(archive);
    for (const { name, part, hidden } of book.sheets)
      if (!hidden && archive.has(part)) yield* readSheet(archive, book, name, part);
  } catch (error) {
    // What yauzl, zlib and the decoder throw: a file that is cut, changed or encrypted.
    if (error instanceof Error && !(error instanceof UnreadableFile))
      throw unreadable('BROKEN', { why: error.message });
    throw error;
  }
}
