/** A set of small numbers, a bit each, in words of 32. */
export const bitSet = (size: number): Uint32Array => new Uint32Array(Math.ceil(size / 32));

export const hasBit = (bits: Uint32Array, number: number): boolean =>
  ((bits[number >>> 5]! >>> (number & 31)) & 1) === 1;

export function addBit(bits: Uint32Array, number: number): void {
  bits[number >>> 5]! |= 1 << (number & 31);
}

/** How many bits of a word are 1. */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
