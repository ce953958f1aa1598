import { growable32 } from './growable.js';

type Column = Uint32Array | Uint16Array | Uint8Array;

/** An order of positions as runs of neighbours, so that what stays together is copied together. */
export interface Runs {
  /** Position of the first of each run, and where the run begins in the order; ends with the length. */
  from: Uint32Array;
  at: Uint32Array;
}

/** Copying a run costs as much as so many single values. */
const WORTH_COPYING = 16;

/** The runs of an order over two columns of which the second begins at position `first`: no run goes over the border. */
export function runsOf(order: Uint32Array, first: number): Runs {
  const from = growable32();
  const at = growable32();
  for (let i = 0; i < order.length; i++) {
    const position = order[i]!;
    if (i > 0 && position === order[i - 1]! + 1 && position !== first) continue;
    from.push(position);
    at.push(i);
  }
  at.push(order.length);
  return { from: from.finish(), at: at.finish() };
}

/** Fills a column with the values of the runs; positions past the end of `own` are of `more`. */
export function gather<T extends Column>(runs: Runs, own: T, more: T | null, into: T): T {
  for (let r = 0; r < runs.from.length; r++) {
    const at = runs.at[r]!;
    const length = runs.at[r + 1]! - at;
    const isMore = runs.from[r]! >= own.length;
    const source = isMore ? more! : own;
    const first = isMore ? runs.from[r]! - own.length : runs.from[r]!;
    if (length >= WORTH_COPYING) into.set(source.subarray(first, first + length), at);
    else for (let i = 0; i < length; i++) into[at + i] = source[first + i]!;
  }
  return into;
}
