import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl';
import { unreadable } from './faults.js';
import { LIMITS } from './limits.js';

const open = promisify<Buffer, Options, ZipFile>(fromBuffer);

/** The parts of an archive by name. What is read of them together is bounded, so a bomb costs no more than the bound. */
export interface Archive {
  has(name: string): boolean;
  read(name: string): AsyncGenerator<Buffer>;
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= LIMITS.zipEntries) reject(unreadable('BROKEN', { why: 'too many parts' }));
      else {
        entries.set(entry.fileName, entry);
        zip.readEntry();
      }
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', reject);
    zip.readEntry();
  });
}

/** Opens a ZIP archive. Throws UnreadableFile when it is none, is encrypted, or says that it is too large. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await open(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  const entries = await listEntries(zip);
  const limit = String(LIMITS.inflatedBytes / 1024 / 1024);
  const tooLarge = () => unreadable('TOO_LARGE', { limit });
  // Sizes are what the archive says; yauzl stops a part that turns out larger.
  const declared = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (declared > LIMITS.inflatedBytes) throw tooLarge();
  const openPart = promisify<Entry, Readable>(zip.openReadStream.bind(zip));
  return {
    has: (name) => entries.has(name),
    async *read(name) {
      const entry = entries.get(name);
      if (!entry) throw unreadable('BROKEN', { why: name });
      for await (const chunk of await openPart(entry)) yield chunk as Buffer;
    },
  };
}
