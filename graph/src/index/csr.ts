import { addBit, bitSet, countBits } from './bit-set.js';
import type { Arcs, FlowSide, RowIndex } from './data.js';
import { NOT_THEN } from './edge-code.js';
import { growable32 } from './growable.js';

/** Positions sorted by `key` (stable): one counting pass, linear. */
export function countingOrder(key: Uint32Array, keys: number, before: Uint32Array): Uint32Array {
  const next = startsOf(key, keys);
  const order = new Uint32Array(before.length);
  for (let i = 0; i < before.length; i++) {
    const position = before[i]!;
    order[next[key[position]!]!++] = position;
  }
  return order;
}

/** `starts[k]` = how many entries have a key below k; length keys + 1. */
export function startsOf(key: ArrayLike<number>, keys: number): Uint32Array {
  const starts = new Uint32Array(keys + 1);
  for (let i = 0; i < key.length; i++) starts[key[i]! + 1]!++;
  for (let k = 0; k < keys; k++) starts[k + 1]! += starts[k]!;
  return starts;
}

/** Positions 0 … length-1. */
export function positions(length: number): Uint32Array {
  const all = new Uint32Array(length);
  for (let i = 0; i < length; i++) all[i] = i;
  return all;
}

/**
 * Arcs of the edges `[first, end)`, in both directions. `areFew`: most vertices have none, so only those that have some
 * get a row.
 */
export function arcsOf(
  edges: { from: Uint32Array; to: Uint32Array; flags: Uint8Array },
  vertices: number,
  [first, end]: readonly [number, number],
  areFew: boolean,
): { forward: Arcs; backward: Arcs } {
  const from = edges.from.subarray(first, end);
  const to = edges.to.subarray(first, end);
  const flags = edges.flags.subarray(first, end);
  const order = countingOrder(to, vertices, positions(end - first));
  const back = { to: new Uint32Array(order.length), flags: new Uint8Array(order.length) };
  const edge = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const position = order[i]!;
    back.to[i] = from[position]!;
    back.flags[i] = flags[position]!;
    edge[i] = first + position;
  }
  const rowsOf = (key: Uint32Array) => {
    const starts = startsOf(key, vertices);
    return areFew ? fewRows(starts) : { rows: null, offsets: starts };
  };
  return {
    forward: { ...rowsOf(from), to, flags, edge: null, firstEdge: first },
    backward: { ...rowsOf(to), to: back.to, flags: back.flags, edge, firstEdge: 0 },
  };
}

function fewRows(starts: Uint32Array): { rows: RowIndex; offsets: Uint32Array } {
  const vertices = starts.length - 1;
  const has = bitSet(vertices);
  const before = new Uint32Array(has.length);
  const offsets = growable32();
  for (let vertex = 0; vertex < vertices; vertex++) {
    if (vertex % 32 === 0) before[vertex / 32] = offsets.length;
    if (starts[vertex] === starts[vertex + 1]) continue;
    addBit(has, vertex);
    offsets.push(starts[vertex]!);
  }
  offsets.push(starts[vertices]!);
  return { rows: { has, before }, offsets: offsets.finish() };
}

/** Row of a vertex among arcs, or -1 when it has none. */
export function rowOf(rows: RowIndex | null, vertex: number): number {
  if (rows === null) return vertex;
  const word = rows.has[vertex >>> 5]!;
  const bit = 1 << (vertex & 31);
  if ((word & bit) === 0) return -1;
  return rows.before[vertex >>> 5]! + countBits(word & (bit - 1));
}

/** Edge number of an arc. */
export function edgeOf(arcs: Arcs, arc: number): number {
  return arcs.edge === null ? arcs.firstEdge + arc : arcs.edge[arc]!;
}

/** Edges that leave a vertex at the time that a side is of. */
export function edgesLeaving({ live, past, ofOtherTime }: FlowSide, vertex: number): number {
  if (!ofOtherTime) return live.offsets[vertex + 1]! - live.offsets[vertex]!;
  return holding(live, vertex) + (past === null ? 0 : holding(past, vertex));
}

function holding({ rows, offsets, flags }: Arcs, vertex: number): number {
  const row = rowOf(rows, vertex);
  if (row < 0) return 0;
  let count = 0;
  for (let arc = offsets[row]!; arc < offsets[row + 1]!; arc++) if ((flags[arc]! & NOT_THEN) === 0) count++;
  return count;
}
