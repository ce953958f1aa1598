import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import {
  CATALOGUE_COLUMNS,
  type Column,
  describeFault,
  type Fault,
  isHeader,
  isSideSheet,
  LINEAGE_COLUMNS,
  type Locale,
  MARK_COLUMN,
  type RawCell,
  type RawRow,
  readRows,
  SIDE_SHEETS,
  UnreadableFile,
} from '@yuanliu/graph/spreadsheet';
import { stringify } from 'csv-stringify';
import excel from 'exceljs';
import type { ImportJob } from './import-jobs.js';

const FAULTY = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const;
const NOTICED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEB9C' } } as const;
/** XML has no place for these; half a character would break the file. */
const printable = (text: string) =>
  text.toWellFormed().replace(/[\p{Cc}]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ''));

const valueIn = ({ kind, text }: RawCell): string | number =>
  kind === 'NUMBER' && /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : printable(text);

interface Marks {
  columns: readonly Column[];
  byRow: Map<string, Fault[]>;
  /** About a sheet or the file: they stand beside the headers. */
  aside: Fault[];
  locale: Locale;
}

function marksOf({ report, kind }: ImportJob, locale: Locale): Marks {
  const byRow = new Map<string, Fault[]>();
  const aside: Fault[] = [];
  for (const fault of report?.kept ?? []) {
    if (fault.sheet === null || fault.row === null) aside.push(fault);
    else {
      const key = `${fault.sheet}\u001f${fault.row}`;
      byRow.set(key, [...(byRow.get(key) ?? []), fault]);
    }
  }
  return { columns: kind === 'CATALOGUE' ? CATALOGUE_COLUMNS : LINEAGE_COLUMNS, byRow, aside, locale };
}

const faultsOf = ({ sheet, row }: RawRow, { byRow }: Marks): Fault[] =>
  byRow.get(`${sheet}\u001f${row}`) ?? [];

function reasons(faults: readonly Fault[], locale: Locale): string {
  return faults
    .map((fault) => {
      const { what, todo } = describeFault(fault, locale);
      const header = fault.header ? (locale === 'en' ? `${fault.header}: ` : `「${fault.header}」`) : '';
      return locale === 'en' ? `${header}${what}. ${todo}.` : `${header}${what}。${todo}。`;
    })
    .join('\n');
}

/** What the added column says in a row: its header, or why the row is refused. */
function markOf(row: RawRow, marks: Marks, headed: boolean): string {
  if (!headed && isHeader(row, marks.columns)) return MARK_COLUMN[marks.locale];
  return reasons(faultsOf(row, marks), marks.locale);
}

/** The rows of a file as far as they can be read. */
async function* rowsOf(bytes: Buffer): AsyncGenerator<RawRow> {
  try {
    for await (const row of readRows(bytes)) if (!isSideSheet(row.sheet)) yield row;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
}

/** Cells in the widest row of each sheet: the added column stands behind. */
async function widthsOf(bytes: Buffer): Promise<Map<string, number>> {
  const widths = new Map<string, number>();
  for await (const { sheet, cells } of rowsOf(bytes))
    widths.set(sheet, Math.max(widths.get(sheet) ?? 0, cells.length));
  return widths;
}

const headersOf = (job: ImportJob, type: string, ending: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="marked.${ending}"; filename*=UTF-8''${encodeURIComponent(`${job.fileName.replace(/\.\w+$/, '')}-marked.${ending}`)}`,
  'cache-control': 'no-store',
});

async function sendXlsx(
  response: ServerResponse,
  job: ImportJob,
  bytes: Buffer,
  marks: Marks,
): Promise<void> {
  const widths = await widthsOf(bytes);
  response.writeHead(
    200,
    headersOf(job, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'),
  );
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream: response,
    useStyles: true,
    useSharedStrings: false,
  });
  const { locale } = marks;
  let sheet: excel.Worksheet | null = null;
  let headed = false;
  for await (const row of rowsOf(bytes)) {
    if (sheet === null || sheet.name !== row.sheet) {
      sheet?.commit();
      sheet = book.addWorksheet(row.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
      headed = false;
    }
    const width = widths.get(row.sheet) ?? 0;
    const line = sheet.getRow(row.row);
    row.cells.forEach((cell, i) => {
      line.getCell(i + 1).value = valueIn(cell);
    });
    const mark = markOf(row, marks, headed);
    if (mark === MARK_COLUMN[locale]) headed = true;
    if (mark !== '') line.getCell(width + 1).value = printable(mark);
    for (const { column, rule } of faultsOf(row, marks))
      if (column !== null)
        line.getCell(column + 1).fill = rule === 'INVISIBLE' || rule === 'FORM' ? NOTICED : FAULTY;
    line.commit();
    if (response.writableNeedDrain) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    if (response.destroyed) return;
  }
  sheet?.commit();
  const list = book.addWorksheet(SIDE_SHEETS[locale].faults);
  list.columns = [{ width: 44 }, { width: 30 }, { width: 48 }, { width: 60 }];
  for (const fault of job.report?.kept ?? []) {
    const { place, what, todo } = describeFault(fault, locale);
    list.addRow([place, fault.value ?? '', what, todo].map(printable)).commit();
  }
  list.commit();
  await book.commit();
}

async function sendCsv(response: ServerResponse, job: ImportJob, bytes: Buffer, marks: Marks): Promise<void> {
  const width = [...(await widthsOf(bytes)).values()][0] ?? 0;
  response.writeHead(200, headersOf(job, 'text/csv; charset=utf-8', 'csv'));
  const csv = stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' });
  csv.pipe(response);
  for (const fault of marks.aside) csv.write([...Array(width).fill(''), reasons([fault], marks.locale)]);
  let headed = false;
  for await (const row of rowsOf(bytes)) {
    const cells = Array.from({ length: width }, (_, i) => printable(row.cells[i]?.text ?? ''));
    const mark = markOf(row, marks, headed);
    if (mark === MARK_COLUMN[marks.locale]) headed = true;
    if (!csv.write([...cells, mark])) await Promise.race([once(csv, 'drain'), once(response, 'close')]);
    if (response.destroyed) return;
  }
  csv.end();
  await once(response, 'close');
}

/** Sends the file as it was uploaded with its faults marked in the cells, and a column that says why. */
export async function sendMarkedCopy(
  response: ServerResponse,
  job: ImportJob,
  bytes: Buffer,
  locale: Locale,
): Promise<void> {
  const send = job.report?.format === 'CSV' ? sendCsv : sendXlsx;
  await send(response, job, bytes, marksOf(job, locale));
}
