import { type Column, headerKey, headersOf } from './column.js';
import { type Fault, type FaultLog, faultOf } from './faults.js';
import type { RawRow } from './raw-row.js';
import { type CellValue, cellReader, type KnownNames } from './read-cell.js';
import { readRows } from './read-rows.js';

/** Sheets of the template and of a marked copy beside the ones that are filled in. */
export const SIDE_SHEETS = {
  'zh-CN': { notes: '填写说明', codes: '代码表', faults: '问题清单' },
  en: { notes: 'Notes', codes: 'Codes', faults: 'List of problems' },
} as const;
/** The column that a marked copy adds: it is passed over when the copy is uploaded again. */
export const MARK_COLUMN = { 'zh-CN': '问题', en: 'Problems' } as const;
const MARKS: readonly string[] = Object.values(MARK_COLUMN).map(headerKey);
/** So many rows may stand above the headers: a title, a note. */
const ABOVE_HEADER = 20;
/** Fewer known headers are a coincidence. */
const FEWEST_HEADERS = 2;

export interface TableRow<K extends string> {
  sheet: string;
  row: number;
  /** Values by column; absent where the cell is empty or faulty. */
  values: Partial<Record<K, CellValue>>;
  /** Columns whose cell is faulty. */
  faulty: ReadonlySet<K>;
  /** The place of a column in this row, for faults that only more than one cell shows. */
  place(key: K): Partial<Fault>;
  /** Whether the file has the column. */
  has(key: K): boolean;
}

export const isSideSheet = (sheet: string): boolean =>
  Object.values(SIDE_SHEETS).some((sheets) => Object.values<string>(sheets).includes(sheet));

/** Whether a row holds the headers of these columns. */
export function isHeader(row: RawRow, columns: readonly Column[]): boolean {
  const known = headersOf(columns);
  return row.cells.filter((cell) => cell && known.has(headerKey(cell.text))).length >= FEWEST_HEADERS;
}

interface Header<K extends string> {
  columns: (Column<K> | undefined)[];
  readers: (ReturnType<typeof cellReader> | undefined)[];
  written: string[];
  at: Map<K, number>;
}

const LONGEST_SHOWN = 80;
const shown = (text: string | undefined) => {
  if (text === undefined) return null;
  const whole = text.toWellFormed();
  return whole.length > LONGEST_SHOWN ? `${whole.slice(0, LONGEST_SHOWN).toWellFormed()}…` : whole;
};

/** The headers of a sheet, when this row holds them; what is missing, unknown or there twice is told. */
function readHeader<K extends string>(
  { sheet, cells }: RawRow,
  columns: readonly Column<K>[],
  names: KnownNames,
  log: FaultLog,
): Header<K> | null {
  const known = headersOf(columns);
  const written = Array.from(cells, (cell) => cell?.text.trim() ?? '');
  const found = written.map((text) => (text === '' ? undefined : known.get(headerKey(text))));
  if (found.filter(Boolean).length < FEWEST_HEADERS) return null;
  const at = new Map<K, number>();
  for (const [i, column] of found.entries()) {
    const place = { sheet, column: i, header: shown(written[i]) };
    if (column === undefined) {
      if (written[i] && !MARKS.includes(headerKey(written[i]))) log.add(faultOf('UNKNOWN_COLUMN', {}, place));
    } else if (at.has(column.key))
      log.add(faultOf('DUPLICATE_COLUMN', { column: column.zh, en: column.en }, place));
    else at.set(column.key, i);
  }
  for (const { key, required, zh, en } of columns)
    if (required && !at.has(key))
      log.add(faultOf('MISSING_COLUMN', { column: zh, en }, { sheet, header: zh }));
  const read = found.map((column, i) => (column && at.get(column.key) === i ? column : undefined));
  return {
    columns: read,
    readers: read.map((column) => (column ? cellReader(column.shape, names) : undefined)),
    written,
    at,
  };
}

function readRow<K extends string>(raw: RawRow, header: Header<K>, log: FaultLog): TableRow<K> {
  const { sheet, row, cells } = raw;
  const values: Partial<Record<K, CellValue>> = {};
  const faulty = new Set<K>();
  const placeOf = (column: number | undefined): Partial<Fault> =>
    column === undefined
      ? { sheet, row }
      : { sheet, row, column, header: header.written[column] ?? null, value: shown(cells[column]?.text) };
  for (const [i, column] of header.columns.entries()) {
    const read = header.readers[i];
    if (column === undefined || cells[i] === undefined || !read) continue;
    const { value, fault, notices = [] } = read(cells[i]);
    for (const { rule, facts } of notices) log.add(faultOf(rule, facts, placeOf(i)));
    if (fault) {
      faulty.add(column.key);
      log.add(faultOf(fault.rule, fault.facts, placeOf(i)));
    } else if (value !== null) values[column.key] = value;
  }
  return {
    sheet,
    row,
    values,
    faulty,
    place: (key) => placeOf(header.at.get(key)),
    has: (key) => header.at.has(key),
  };
}

/**
 * Rows below the headers of every sheet that has them, each cell read by its column; faults go to the log. Throws
 * UnreadableFile when the file itself cannot be read.
 */
export async function* readTable<K extends string>(
  bytes: Buffer,
  columns: readonly Column<K>[],
  names: KnownNames,
  log: FaultLog,
): AsyncGenerator<TableRow<K>> {
  let sheet: string | null = null;
  let header: Header<K> | null = null;
  let looked = 0;
  let tables = 0;
  const ignore = () => {
    if (sheet !== null && header === null) log.add(faultOf('SHEET_IGNORED', {}, { sheet }));
  };
  for await (const raw of readRows(bytes)) {
    if (isSideSheet(raw.sheet)) continue;
    if (raw.sheet !== sheet) {
      ignore();
      sheet = raw.sheet;
      header = null;
      looked = 0;
    }
    if (header !== null) {
      yield readRow(raw, header, log);
      continue;
    }
    if (looked >= ABOVE_HEADER) continue;
    looked += 1;
    header = readHeader(raw, columns, names, log);
    if (header !== null) tables += 1;
  }
  if (tables > 0) return ignore();
  const wanted = columns.filter(({ required }) => required).map(({ zh }) => zh);
  log.add(faultOf('NO_HEADER', { columns: wanted.join('、') }, { sheet }));
}
