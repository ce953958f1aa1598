/**
 * V8 does not count shared memory as held by a thread, so an idle one would keep snapshots that nobody reads any more.
 * The weight is memory of the same size that is counted: it makes the collector come in time, and since it is never
 * touched it is never resident.
 */
export const weigh = <T extends object>(held: T, bytes: number): T & { weight: ArrayBuffer } => ({
  ...held,
  weight: new ArrayBuffer(bytes),
});
