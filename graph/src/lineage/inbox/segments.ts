import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A place in the inbox: a segment by its number, and bytes into it. */
export interface Place {
  segment: number;
  offset: number;
}

export const isBefore = (a: Place, b: Place): boolean =>
  a.segment < b.segment || (a.segment === b.segment && a.offset < b.offset);

const NAME = /^(\d{12})\.ndjson$/;
export const pathOf = (folder: string, segment: number): string =>
  join(folder, `${String(segment).padStart(12, '0')}.ndjson`);

/** Numbers of the segments in a folder, in order; the folder is made when there is none. */
export async function listSegments(folder: string): Promise<number[]> {
  await mkdir(folder, { recursive: true });
  return (await readdir(folder))
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

export async function sizeOf(folder: string, segment: number): Promise<number> {
  return (await stat(pathOf(folder, segment))).size;
}

/** At most `length` bytes from a place; fewer at the end of the segment. */
export async function readPiece(folder: string, { segment, offset }: Place, length: number): Promise<Buffer> {
  const file = await open(pathOf(folder, segment), 'r');
  try {
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await file.close();
  }
}

/** Takes a segment away that is built; one with damaged lines is put aside for people to look at. */
export async function finishSegment(folder: string, segment: number, damaged: boolean): Promise<void> {
  const path = pathOf(folder, segment);
  if (damaged) await rename(path, `${path}.damaged`);
  else await rm(path, { force: true });
}

/** Makes the names in a folder last: a new file is only safe when its folder is, too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
