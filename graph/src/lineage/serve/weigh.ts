/** Little enough that one more does not make the collector stop everything, enough that a few make it come. */
const SHARE = 4;

/**
 * V8 does not count shared memory as held by a thread, so the main thread would keep snapshots that nobody reads any
 * more for long. The weight is counted, in proportion to the snapshot, and since it is never touched it is never
 * resident: the collector comes in its own small steps.
 */
export const weigh = <T extends object>(held: T, bytes: number): T & { weight: ArrayBuffer } => ({
  ...held,
  weight: new ArrayBuffer(Math.floor(bytes / SHARE)),
});
