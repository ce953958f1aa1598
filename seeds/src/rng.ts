/** A small seeded generator: the same seed gives the same numbers on every machine. */
export interface Rng {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [min, max]. */
  int(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
  /** Hexadecimal digits. */
  hex(length: number): string;
  /** A generator of its own for a named part, so that parts may change without moving each other. */
  fork(name: string): Rng;
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Weyl sequence with two rounds of mixing: 32 bits of state, good enough for believable data. */
export function createRng(seed: string): Rng {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 4294967296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: (items) => items[int(0, items.length - 1)]!,
    chance: (probability) => next() < probability,
    hex(length) {
      let text = '';
      while (text.length < length) text += int(0, 15).toString(16);
      return text;
    },
    fork: (name) => createRng(`${seed}/${name}`),
  };
}
