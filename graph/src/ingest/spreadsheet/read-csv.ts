import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { unreadable } from './faults.js';
import { LIMITS } from './limits.js';
import type { RawCell, RawRow } from './raw-row.js';

const SLICE = 64 * 1024;
/** How much of the file is looked at to tell its encoding and its separator. */
const HEAD = 64 * 1024;
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A CSV file has one sheet, which has no name of its own. */
export const CSV_SHEET = 'CSV';

/** The encoding by its mark, else by what its first bytes can be read as: UTF-8 before GB18030, which reads nearly anything. */
export function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  // The first line holds the headers: a stray byte further down must not make another encoding of it.
  const end = bytes.subarray(0, HEAD).indexOf(10);
  const line = bytes.subarray(0, end < 0 ? HEAD : end);
  const read = (encoding: Encoding) => new TextDecoder(encoding, { fatal: true }).decode(line);
  for (const encoding of ['utf-8', 'gb18030'] as const)
    try {
      read(encoding);
      return encoding;
    } catch {
      // not this one
    }
  return 'utf-8';
}

async function* decode(bytes: Buffer, encoding: Encoding): AsyncGenerator<string> {
  // Bytes that are no characters become U+FFFD, and the cells that hold one are named later.
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += SLICE)
    yield decoder.decode(bytes.subarray(at, at + SLICE), { stream: true });
  yield decoder.decode();
}

function separatorOf(bytes: Buffer, encoding: Encoding): string {
  const [line = ''] = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD)).split(/\r?\n/, 1);
  const count = (sign: string) => line.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** What a spreadsheet that opens the file would run: such a cell is refused, not disarmed. */
const isFormula = (text: string): boolean => /^[=@]|^[+-].*[(|!=]/.test(text);

function cellOf(text: string): RawCell {
  // Our own exports put a quote before what looks like a formula.
  const bare = /^'[=+\-@]/.test(text) ? text.slice(1) : text;
  if (bare !== text) return { kind: 'TEXT', text: bare };
  return { kind: isFormula(text.trim()) ? 'FORMULA' : 'TEXT', text };
}

/** Records of a CSV file as they come; empty ones are left out, but counted. Throws UnreadableFile. */
export async function* readCsv(bytes: Buffer): AsyncGenerator<RawRow> {
  const encoding = encodingOf(bytes);
  const parser = parse({
    delimiter: separatorOf(bytes, encoding),
    bom: true,
    relax_column_count: true,
    info: true,
    max_record_size: LIMITS.oneText,
  });
  const source = Readable.from(decode(bytes, encoding));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      row += 1;
      if (record.length > LIMITS.columns)
        throw unreadable('TOO_MANY_COLUMNS', { limit: String(LIMITS.columns) }, { sheet: CSV_SHEET, row });
      const cells: RawCell[] = [];
      for (const [i, text] of record.entries()) if (text !== '') cells[i] = cellOf(text);
      if (cells.length > 0) yield { sheet: CSV_SHEET, row, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) {
      const tooLong = error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED';
      const rule = tooLong ? 'RECORD_TOO_LONG' : 'BROKEN';
      throw unreadable(rule, { why: error.code }, { sheet: CSV_SHEET, row: row + 1 });
    }
    throw error;
  } finally {
    source.destroy();
  }
}
