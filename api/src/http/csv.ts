import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';

type Cell = string | number;

export interface CsvFile {
  /** Without the ending. */
  name: string;
  columns: string[];
  /** Of the lineage index that the rows come from. */
  snapshotVersion: number;
  rows: AsyncIterable<Cell[]> | Iterable<Cell[]>;
}

/**
 * Streams a CSV file: UTF-8 with BOM and CRLF (what spreadsheets expect), and cells that a spreadsheet would
 * run as formulas (= + - @ tab return first) made harmless by a quote.
 */
export async function sendCsv(response: ServerResponse, file: CsvFile): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}.csv"`,
    'x-yuanliu-snapshot-version': String(file.snapshotVersion),
    'cache-control': 'no-store',
  });
  const csv = stringify({
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    header: true,
    columns: file.columns,
  });
  await pipeline(file.rows, csv, response);
}
