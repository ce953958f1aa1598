import { type FileHandle, open } from 'node:fs/promises';
import { Unavailable } from '../../errors.js';
import { encodeLine } from './lines.js';
import { type Place, pathOf, syncFolder } from './segments.js';

/** Appends lines that are safe on disk when the promise resolves with the place behind them. */
export interface Appender {
  append(lines: readonly string[]): Promise<Place>;
  close(): Promise<void>;
}

interface Waiting {
  bytes: Buffer;
  resolve(place: Place): void;
  reject(error: unknown): void;
}

const SEGMENT_BYTES = 16 * 1024 * 1024;

/**
 * Writes to segments from number `next` on: never behind what another process may have left torn. Whoever comes while
 * a write is under way shares the next one and its fsync.
 */
export function createAppender(folder: string, next: number, segmentBytes = SEGMENT_BYTES): Appender {
  let queue: Waiting[] = [];
  let working: Promise<void> | null = null;
  let file: FileHandle | null = null;
  let segment = next - 1;
  let offset = 0;

  async function openNext(): Promise<FileHandle> {
    await file?.close();
    file = null;
    segment++;
    offset = 0;
    const opened = await open(pathOf(folder, segment), 'ax');
    await syncFolder(folder);
    file = opened;
    return opened;
  }

  async function write(group: readonly Waiting[]): Promise<void> {
    try {
      const into = file === null || offset >= segmentBytes ? await openNext() : file;
      const bytes = Buffer.concat(group.map((one) => one.bytes));
      await into.appendFile(bytes);
      await into.datasync();
      for (const one of group) {
        offset += one.bytes.length;
        one.resolve({ segment, offset });
      }
    } catch (error) {
      // What is half written stays behind in a segment that nothing is added to any more.
      await file?.close().catch(() => {});
      file = null;
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'cannot be written';
      for (const one of group) one.reject(new Unavailable('inbox', reason, { cause: error }));
    }
  }

  async function work(): Promise<void> {
    while (queue.length > 0) {
      const group = queue;
      queue = [];
      await write(group);
    }
    working = null;
  }

  return {
    append(lines) {
      const bytes = Buffer.concat(lines.map(encodeLine));
      return new Promise((resolve, reject) => {
        queue.push({ bytes, resolve, reject });
        // One turn later, so that requests of the same turn share the first write.
        working ??= Promise.resolve().then(work);
      });
    },
    async close() {
      await working;
      await file?.close();
      file = null;
    },
  };
}
