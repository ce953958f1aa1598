import { BACKFLOW, CLASS, COARSE, NOT_THEN } from './edge-code.js';

/**
 * What is known of a reached vertex, in bits. The five questions of an answer (three rings, backflow, coarse) are five
 * reachability questions over the same arrays, asked at once: a vertex is looked at again only when it gains a bit.
 */
export const CLEAR = 1;
export const DIRECT = 2;
export const REACHED = 4;
export const NO_BACKFLOW = 8;
export const NO_COARSE = 16;
export const ALL_BITS = CLEAR | DIRECT | REACHED | NO_BACKFLOW | NO_COARSE;
export const START = 32;
/** Only while a walk is under way. */
export const QUEUED = 128;

/** In place of START, in what is known of the giant: no dataset-level edge, among the edges of a stronger ring. */
const DIRECT_NO_COARSE = 32;
const CLEAR_NO_COARSE = 64;
export const GIANT_BITS = ALL_BITS | DIRECT_NO_COARSE | CLEAR_NO_COARSE;

/** Ring by marks: 0 to 2; 3 = not reached. */
export const RING_OF = Uint8Array.from({ length: 256 }, (_, marks) => {
  if ((marks & CLEAR) !== 0) return 0;
  if ((marks & DIRECT) !== 0) return 1;
  return (marks & REACHED) !== 0 ? 2 : 3;
});

/** Which bits an edge hands on, by its flags; `maxClass` = the weakest class of edge that is allowed. */
export function bitsByFlags(maxClass: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, flags) => {
    const edgeClass = Math.min(flags & CLASS, 2);
    if (edgeClass > maxClass || (flags & NOT_THEN) !== 0) return 0;
    return (
      REACHED |
      (edgeClass === 0 ? CLEAR : 0) |
      (edgeClass <= 1 ? DIRECT : 0) |
      ((flags & BACKFLOW) === 0 ? NO_BACKFLOW : 0) |
      ((flags & COARSE) === 0 ? NO_COARSE : 0)
    );
  });
}

/** The same for the walks that find out about the giant, once for the questions of all rings. */
export function giantBitsByFlags(): Uint8Array {
  return bitsByFlags(2).map((bits) => {
    const finer = (bits & NO_COARSE) === 0 ? 0 : bits;
    return (
      bits | ((finer & DIRECT) === 0 ? 0 : DIRECT_NO_COARSE) | ((finer & CLEAR) === 0 ? 0 : CLEAR_NO_COARSE)
    );
  });
}

/** What the bits of the giant mean to a question that allows edges up to a class. */
export function giantBitsAs(maxClass: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, bits) => {
    if (maxClass === 2) return bits & ALL_BITS;
    const [reached, noCoarse] = maxClass === 1 ? [DIRECT, DIRECT_NO_COARSE] : [CLEAR, CLEAR_NO_COARSE];
    return (
      (bits & CLEAR) |
      ((bits & reached) === 0 ? 0 : DIRECT | REACHED) |
      ((bits & noCoarse) === 0 ? 0 : NO_COARSE)
    );
  });
}
