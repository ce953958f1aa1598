type Column = Uint32Array | Uint16Array | Uint8Array;

/** A typed array that grows while rows stream in. */
export interface Growable<T extends Column> {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  /** A copy of exactly the pushed values. */
  finish(): T;
}

/** Starts an empty column; it doubles when full. */
export function growable<T extends Column>(create: (length: number) => T): Growable<T> {
  let values = create(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const wider = create(length * 2);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    at: (index) => values[index]!,
    finish() {
      const exact = create(length);
      exact.set(values.subarray(0, length));
      return exact;
    },
  };
}

export const growable32 = (): Growable<Uint32Array> => growable((length) => new Uint32Array(length));
export const growable16 = (): Growable<Uint16Array> => growable((length) => new Uint16Array(length));
export const growable8 = (): Growable<Uint8Array> => growable((length) => new Uint8Array(length));
