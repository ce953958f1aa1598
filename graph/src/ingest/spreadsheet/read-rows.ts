import { unreadable } from './faults.js';
import { LIMITS } from './limits.js';
import type { RawRow } from './raw-row.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';

export type TableFormat = 'XLSX' | 'CSV';

/** What a file is by its content, whatever it is called. Throws UnreadableFile when it is no table. */
export function formatOf(bytes: Buffer): TableFormat {
  if (bytes.length === 0) throw unreadable('EMPTY');
  if (bytes.length > LIMITS.fileBytes)
    throw unreadable('TOO_LARGE', { limit: String(LIMITS.fileBytes >> 20) });
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return 'XLSX';
  // Workbooks before 2007 and encrypted ones (D0CF11E0), PDF, gzip, pictures, programs.
  const head = bytes.subarray(0, 4).toString('hex');
  if (/^(d0cf11e0|25504446|1f8b|89504e47|ffd8ff|7f454c46|504b0506)/.test(head))
    throw unreadable('NOT_A_TABLE');
  return 'CSV';
}

/** Rows of a workbook or a CSV file as they come, at most `LIMITS.rows` of them. Throws UnreadableFile. */
export async function* readRows(bytes: Buffer): AsyncGenerator<RawRow> {
  let count = 0;
  for await (const row of formatOf(bytes) === 'XLSX' ? readXlsx(bytes) : readCsv(bytes)) {
    count += 1;
    if (count > LIMITS.rows)
      throw unreadable('TOO_MANY_ROWS', { limit: String(LIMITS.rows) }, { sheet: row.sheet });
    yield row;
  }
}
