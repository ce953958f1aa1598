/**
 * Ids as lines of text in memory that threads share: a set of hundreds of thousands goes through a thread without
 * holding it up.
 */
export type PackedIds = Uint8Array<SharedArrayBuffer>;

/** Packs ids, none of which holds a line break. */
export function packIds(ids: readonly string[]): PackedIds {
  const text = ids.join('\n');
  const shared = new SharedArrayBuffer(Buffer.byteLength(text));
  Buffer.from(shared).write(text);
  return new Uint8Array(shared);
}

/** The ids, in their order. */
export function unpackIds(packed: PackedIds): string[] {
  const text = Buffer.from(packed.buffer).toString();
  return text === '' ? [] : text.split('\n');
}
