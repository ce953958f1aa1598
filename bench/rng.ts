/** A seeded source of numbers: the same seed, the same graph on every machine (splitmix32). */
export interface Rng {
  /** In [0, 1). */
  next(): number;
  /** Whole, in [0, below). */
  below(below: number): number;
  /** Normally distributed, mean 0, deviation 1. */
  normal(): number;
}

export function createRng(seed: number): Rng {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (below) => Math.floor(next() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** 20 hexadecimal digits that look like the catalogue's own: scattered, distinct for distinct numbers. */
export function scatteredHex(number: number, salt: number): string {
  let high = Math.imul(number ^ salt, 0x85ebca6b) >>> 0;
  high = Math.imul(high ^ (high >>> 13), 0xc2b2ae35) >>> 0;
  const middle = Math.imul(high ^ number, 0x27d4eb2f) >>> 16;
  return hex32(high) + hex32(middle).slice(4) + hex32(number);
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex32(value: number): string {
  return (
    BYTES[value >>> 24]! + BYTES[(value >>> 16) & 255]! + BYTES[(value >>> 8) & 255]! + BYTES[value & 255]!
  );
}
