import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { z } from 'zod';
import { LAYOUT, type PackedIndex } from '../../index/index.js';
import type { Anchor } from './changes.js';

/** What a file says of itself beside the index. */
export interface FileFacts {
  /** Id of the store that the index was read from. */
  store: string;
  /** The change that it reaches up to; null before the first. */
  anchor: Anchor | null;
  savedAt: string;
}
export type LoadedFile = { packed: PackedIndex; facts: FileFacts } | { unusable: string };

/*
 * magic (8) | SHA-256 of all that follows (32) | lengths of facts, header, arrays (3 × 8) | facts | header | arrays
 * Facts and header are JSON. Numbers are little-endian, as the arrays are.
 */
const MAGIC = Buffer.from('YUANLIU\u0001', 'latin1');
const HASH_BYTES = 32;
const PREFIX_BYTES = MAGIC.length + HASH_BYTES;
const LENGTHS_BYTES = 24;
/** So much is read or written at once: other work of the thread goes on in between. */
const CHUNK = 4 << 20;

const Facts = z.object({
  layout: z.number(),
  store: z.string(),
  anchor: z.object({ sequence: z.number().int(), at: z.string(), key: z.string() }).nullable(),
  savedAt: z.string(),
});

function* chunksOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

const temporaryOf = (path: string): string => `${path}.${process.pid}-${threadId}.tmp`;

/**
 * Writes an index beside `path` and moves it there when it is whole on the disk: whoever is killed at any moment
 * leaves the file before or the file after.
 */
export async function saveIndexFile(path: string, packed: PackedIndex, facts: FileFacts): Promise<void> {
  const head = Buffer.from(JSON.stringify({ layout: LAYOUT, ...facts }));
  const header = Buffer.from(packed.header);
  const arrays = new Uint8Array(packed.buffer);
  const lengths = Buffer.alloc(LENGTHS_BYTES);
  for (const [i, part] of [head, header, arrays].entries()) lengths.writeDoubleLE(part.length, i * 8);
  await mkdir(dirname(path), { recursive: true });
  const temporary = temporaryOf(path);
  const file = await open(temporary, 'w', 0o600);
  try {
    const hash = createHash('sha256');
    let at = PREFIX_BYTES;
    for (const part of [lengths, head, header, arrays]) {
      for (const chunk of chunksOf(part)) {
        hash.update(chunk);
        await writeAll(file, chunk, at);
        at += chunk.length;
      }
    }
    await writeAll(file, Buffer.concat([MAGIC, hash.digest()]), 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
  }
}

async function readAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const length = Math.min(CHUNK, bytes.length - done);
    const { bytesRead } = await file.read(bytes, done, length, at + done);
    if (bytesRead === 0) throw new Error('it ends too early');
    done += bytesRead;
  }
}

/** Reads an index; whatever is wrong with the file is told, and nothing of it is used. */
export async function loadIndexFile(path: string): Promise<LoadedFile> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    return { unusable: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is none' : String(error) };
  }
  try {
    return await readParts(file);
  } catch (error) {
    return { unusable: error instanceof Error ? error.message : String(error) };
  } finally {
    await file.close();
  }
}

async function readParts(file: FileHandle): Promise<LoadedFile> {
  const { size } = await file.stat();
  const prefix = Buffer.alloc(PREFIX_BYTES);
  const lengths = Buffer.alloc(LENGTHS_BYTES);
  if (size < PREFIX_BYTES + LENGTHS_BYTES) return { unusable: 'it ends too early' };
  await readAll(file, prefix, 0);
  if (!prefix.subarray(0, MAGIC.length).equals(MAGIC)) return { unusable: 'it is no index of this format' };
  await readAll(file, lengths, PREFIX_BYTES);
  const sizes = [0, 8, 16].map((at) => lengths.readDoubleLE(at));
  const [headBytes, headerBytes, arrayBytes] = sizes as [number, number, number];
  const whole = sizes.every((n) => Number.isSafeInteger(n) && n >= 0);
  if (!whole || PREFIX_BYTES + LENGTHS_BYTES + headBytes + headerBytes + arrayBytes !== size) {
    return { unusable: 'its length is not what it says' };
  }
  const head = Buffer.alloc(headBytes);
  const header = Buffer.alloc(headerBytes);
  const buffer = new SharedArrayBuffer(arrayBytes);
  const hash = createHash('sha256').update(lengths);
  let at = PREFIX_BYTES + LENGTHS_BYTES;
  for (const part of [head, header, new Uint8Array(buffer)]) {
    await readAll(file, part, at);
    at += part.length;
    for (const chunk of chunksOf(part)) hash.update(chunk);
  }
  if (!hash.digest().equals(prefix.subarray(MAGIC.length))) return { unusable: 'its checksum is wrong' };
  const { layout, ...facts } = Facts.parse(JSON.parse(head.toString()));
  if (layout !== LAYOUT) return { unusable: `its arrays are of layout ${layout}, not ${LAYOUT}` };
  return { packed: { header: header.toString(), buffer }, facts };
}

/** Removes what processes left that were killed while they saved. */
export async function sweepTemporaries(path: string): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names) {
    const [, pid] = name.startsWith(`${basename(path)}.`) ? (/\.(\d+)-\d+\.tmp$/.exec(name) ?? []) : [];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(dirname(path), name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
