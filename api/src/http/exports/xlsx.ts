import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import excel from 'exceljs';
import { headersOf, type Sheet, type TableFile } from './table-file.js';

/** Rows between two looks at whether the reader keeps up and is still there. */
const BREATH = 500;
const [NARROWEST, WIDEST] = [9, 48];
/** A sheet of Excel ends here. */
const MOST_ROWS = 1_048_575;

/** Wide characters take two places of a column. */
const places = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u02ff' ? 2 : 1), 0);

class Gone extends Error {}

/** Waits until the reader has taken what was written; throws Gone when there is nobody left to write for. */
async function breathe(response: ServerResponse): Promise<void> {
  await new Promise((done) => setImmediate(done));
  if (response.destroyed) throw new Gone();
  if (!response.writableNeedDrain) return;
  await Promise.race([once(response, 'drain'), once(response, 'close')]);
  if (response.destroyed) throw new Gone();
}

async function writeSheet(
  book: excel.stream.xlsx.WorkbookWriter,
  { name, columns, rows }: Sheet,
  response: ServerResponse,
): Promise<void> {
  const written = rows();
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((header) => ({
    header,
    width: Math.min(WIDEST, Math.max(NARROWEST, places(header) + 6)),
  }));
  sheet.getRow(1).font = { bold: true };
  let count = 0;
  for await (const cells of written) {
    if (count === MOST_ROWS) throw new Error(`the sheet ${name} is longer than Excel allows`);
    // Text stays text: a cell that begins with "=" is written as a string, never as a formula.
    sheet.addRow(cells).commit();
    if (++count % BREATH === 0) await breathe(response);
  }
  sheet.commit();
}

/** Streams a workbook, row by row; writing stops when the reader goes away. */
export async function sendXlsx(response: ServerResponse, file: TableFile): Promise<void> {
  const cover = file.cover ? [await file.cover()] : [];
  response.writeHead(200, headersOf(file, 'xlsx'));
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream: response,
    useStyles: true,
    useSharedStrings: false,
  });
  try {
    for (const sheet of [...cover, ...file.sheets]) await writeSheet(book, sheet, response);
    await book.commit();
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
  }
}
