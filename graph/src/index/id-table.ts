import { gather, type Runs, runsOf } from './gather.js';
import { growable16, growable32 } from './growable.js';

/**
 * Ids packed in ten bytes each: a prefix and 20 lower-case hexadecimal digits. A map of a million texts would
 * take some 100 MB. Ids of another form are kept as texts beside.
 */
export interface IdColumn {
  prefix: string;
  count: number;
  high: Uint32Array;
  middle: Uint32Array;
  low: Uint16Array;
  odd: Map<number, string>;
}

/** A column with its open-addressing hash table: slot = position + 1, 0 = free. */
export interface IdTable {
  ids: IdColumn;
  slots: Uint32Array;
  oddIndex: Map<string, number>;
}

export interface IdColumnBuilder {
  readonly length: number;
  push(id: string): void;
  /** The column, in the given order of positions or as pushed. */
  finish(order?: Uint32Array): IdColumn;
}

const DIGITS = 20;
const digitOf = new Int8Array(128).fill(-1);
for (let digit = 0; digit < 16; digit++) digitOf['0123456789abcdef'.charCodeAt(digit)] = digit;

const packed = { high: 0, middle: 0, low: 0 };

function digitsAt(id: string, start: number, length: number): number {
  let value = 0;
  for (let i = start; i < start + length; i++) {
    const code = id.charCodeAt(i);
    const digit = code < 128 ? digitOf[code]! : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** Leaves the packed id in `packed`; false when the id is of another form. */
function pack(id: string, prefix: string): boolean {
  if (id.length !== prefix.length + DIGITS || !id.startsWith(prefix)) return false;
  packed.high = digitsAt(id, prefix.length, 8);
  packed.middle = digitsAt(id, prefix.length + 8, 8);
  packed.low = digitsAt(id, prefix.length + 16, 4);
  return packed.high >= 0 && packed.middle >= 0 && packed.low >= 0;
}

/** Collects ids that begin with `prefix`, such as `fd_`. */
export function idColumnBuilder(prefix: string): IdColumnBuilder {
  const high = growable32();
  const middle = growable32();
  const low = growable16();
  const odd = new Map<number, string>();
  const columns = (): IdColumn => ({
    prefix,
    count: high.length,
    high: high.finish(),
    middle: middle.finish(),
    low: low.finish(),
    odd,
  });
  return {
    get length() {
      return high.length;
    },
    push(id) {
      if (pack(id, prefix)) {
        high.push(packed.high);
        middle.push(packed.middle);
        low.push(packed.low);
        return;
      }
      odd.set(high.length, id);
      high.push(0);
      middle.push(0);
      low.push(0);
    },
    finish(order) {
      const unordered = columns();
      return order === undefined ? unordered : gatherIds(unordered, runsOf(order, unordered.count), null);
    },
  };
}

/** The ids of the runs; positions past the end of the column are of `more`. */
export function gatherIds(column: IdColumn, runs: Runs, more: IdColumn | null): IdColumn {
  const count = runs.at.at(-1)!;
  const odd = new Map<number, string>();
  if (column.odd.size + (more?.odd.size ?? 0) > 0) {
    for (let r = 0; r < runs.from.length; r++) {
      for (let i = runs.at[r]!; i < runs.at[r + 1]!; i++) {
        const from = runs.from[r]! + i - runs.at[r]!;
        const id = from < column.count ? column.odd.get(from) : more?.odd.get(from - column.count);
        if (id !== undefined) odd.set(i, id);
      }
    }
  }
  return {
    prefix: column.prefix,
    count,
    high: gather(runs, column.high, more?.high ?? null, new Uint32Array(count)),
    middle: gather(runs, column.middle, more?.middle ?? null, new Uint32Array(count)),
    low: gather(runs, column.low, more?.low ?? null, new Uint16Array(count)),
    odd,
  };
}

/** The id at a position. */
export function idAt(column: IdColumn, position: number): string {
  if (column.odd.size > 0) {
    const odd = column.odd.get(position);
    if (odd !== undefined) return odd;
  }
  const { prefix, high, middle, low } = column;
  return prefix + hex32(high[position]!) + hex32(middle[position]!) + hex32(low[position]!).slice(4);
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex32(value: number): string {
  return (
    BYTES[value >>> 24]! + BYTES[(value >>> 16) & 255]! + BYTES[(value >>> 8) & 255]! + BYTES[value & 255]!
  );
}

const HEX_BYTES = Buffer.from('0123456789abcdef');

/**
 * Writes the id at a position and a line feed as ASCII; returns where the next one begins. An id of another form is
 * written in UTF-8. The buffer must have room: `idBytes`.
 */
export function writeIdLine(column: IdColumn, position: number, into: Buffer, at: number): number {
  const odd = column.odd.size > 0 ? column.odd.get(position) : undefined;
  let next = at;
  if (odd !== undefined) next += into.write(odd, at);
  else {
    for (let i = 0; i < column.prefix.length; i++) into[next++] = column.prefix.charCodeAt(i);
    next = writeHex(column.high[position]!, 28, into, next);
    next = writeHex(column.middle[position]!, 28, into, next);
    next = writeHex(column.low[position]!, 12, into, next);
  }
  into[next] = 10;
  return next + 1;
}

function writeHex(value: number, highestShift: number, into: Buffer, at: number): number {
  let next = at;
  for (let shift = highestShift; shift >= 0; shift -= 4) into[next++] = HEX_BYTES[(value >>> shift) & 15]!;
  return next;
}

/** Bytes of the longest line that `writeIdLine` writes for a column. */
export function idBytes(column: IdColumn): number {
  let longest = column.prefix.length + DIGITS;
  for (const odd of column.odd.values()) longest = Math.max(longest, Buffer.byteLength(odd));
  return longest + 1;
}

/** Order of two ids of one column, as texts. */
export function compareIds(column: IdColumn, a: number, b: number): number {
  if (column.odd.size > 0 && (column.odd.has(a) || column.odd.has(b))) {
    const [left, right] = [idAt(column, a), idAt(column, b)];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return (
    column.high[a]! - column.high[b]! ||
    column.middle[a]! - column.middle[b]! ||
    column.low[a]! - column.low[b]!
  );
}

/** Slot of an id: any size of table will do, so that none is much larger than it must be. */
function slotOf(high: number, middle: number, low: number, size: number): number {
  const mixed = Math.imul(high ^ Math.imul(middle ^ Math.imul(low, 0xc2b2ae35), 0x85ebca6b), 0x9e3779b1);
  return Math.floor(((mixed ^ (mixed >>> 15)) >>> 0) * (size / 0x1_0000_0000));
}
const SLOTS_PER_ID = 1.5;

/** Makes ids findable; a doubled id is refused with an Error that names it. */
export function idTable(ids: IdColumn): IdTable {
  const size = Math.ceil(ids.count * SLOTS_PER_ID) + 1;
  const slots = new Uint32Array(size);
  const oddIndex = new Map<string, number>();
  for (let i = 0; i < ids.count; i++) {
    if (ids.odd.size > 0 && ids.odd.has(i)) {
      const id = ids.odd.get(i)!;
      if (oddIndex.has(id)) throw new Error(`id twice: ${id}`);
      oddIndex.set(id, i);
      continue;
    }
    let slot = slotOf(ids.high[i]!, ids.middle[i]!, ids.low[i]!, size);
    while (slots[slot] !== 0) {
      if (compareIds(ids, slots[slot]! - 1, i) === 0) throw new Error(`id twice: ${idAt(ids, i)}`);
      if (++slot === size) slot = 0;
    }
    slots[slot] = i + 1;
  }
  return { ids, slots, oddIndex };
}

/** Position of an id, or -1. */
export function findId(table: IdTable, id: string): number {
  if (!pack(id, table.ids.prefix)) return table.oddIndex.get(id) ?? -1;
  return findPacked(table, packed.high, packed.middle, packed.low);
}

/** Position in the table of the id that another column of the same prefix has at `position`, or -1. */
export function findSameId(table: IdTable, column: IdColumn, position: number): number {
  const odd = column.odd.size > 0 ? column.odd.get(position) : undefined;
  if (odd !== undefined) return table.oddIndex.get(odd) ?? -1;
  return findPacked(table, column.high[position]!, column.middle[position]!, column.low[position]!);
}

function findPacked({ ids, slots }: IdTable, high: number, middle: number, low: number): number {
  for (let slot = slotOf(high, middle, low, slots.length); ; ) {
    const position = slots[slot]! - 1;
    if (position < 0) return -1;
    if (ids.high[position] === high && ids.middle[position] === middle && ids.low[position] === low) {
      return position;
    }
    if (++slot === slots.length) slot = 0;
  }
}
