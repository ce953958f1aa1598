import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { headersOf, type TableFile } from './table-file.js';

/**
 * Streams the first sheet as CSV: UTF-8 with BOM and CRLF (what spreadsheets expect), and cells that a spreadsheet
 * would run as formulas (= + - @ tab return first) made harmless by a quote.
 */
export async function sendCsv(response: ServerResponse, file: TableFile): Promise<void> {
  const [sheet] = file.sheets;
  response.writeHead(200, headersOf(file, 'csv'));
  const csv = stringify({
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    header: true,
    columns: sheet.columns,
  });
  await pipeline(sheet.rows(), csv, response);
}
