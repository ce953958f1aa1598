import { crc32 } from 'node:zlib';
import type { RefusedEvent } from '../../ingest/openlineage/index.js';

/** What a line of the inbox holds: an event that was found valid, or one that was refused, with the reasons. */
export type InboxEntry =
  | { receivedAt: string; event: unknown }
  | { receivedAt: string; refused: RefusedEvent };

const LF = 0x0a;
const SUM = 8;

const headOf = (text: Buffer) => `${crc32(text).toString(16).padStart(SUM, '0')} `;

/** One line: the checksum of the JSON text, a space, the text. */
export function encodeLine(json: string): Buffer {
  const text = Buffer.from(json);
  return Buffer.concat([Buffer.from(headOf(text)), text, Buffer.from('\n')]);
}

/** Whole lines of a piece of a segment. A line whose checksum is wrong is `damaged`; what has no end yet is left over. */
export interface ReadLines {
  entries: InboxEntry[];
  damaged: number;
  /** Bytes of whole lines. */
  length: number;
}

/** Reads whole lines from the beginning of `bytes`, at most `most` of them. */
export function readLines(bytes: Buffer, most: number): ReadLines {
  const entries: InboxEntry[] = [];
  let damaged = 0;
  let start = 0;
  while (entries.length + damaged < most) {
    const end = bytes.indexOf(LF, start);
    if (end === -1) break;
    const entry = readEntry(bytes.subarray(start, end));
    if (entry === null) damaged++;
    else entries.push(entry);
    start = end + 1;
  }
  return { entries, damaged, length: start };
}

function readEntry(line: Buffer): InboxEntry | null {
  const text = line.subarray(SUM + 1);
  if (line.subarray(0, SUM + 1).toString('latin1') !== headOf(text)) return null;
  return JSON.parse(text.toString('utf8')) as InboxEntry;
}
