import { REACHED } from './bits.js';
import { edgeOf, rowOf } from './csr.js';
import { type Arcs, type IndexData, vertexCount } from './data.js';
import { NOT_THEN } from './edge-code.js';
import type { Absorber, Walk, WalkQuestion } from './walk.js';

/** What a walk and the giant say together, made when somebody reads it: most questions only read the counts. */
export interface ReachedSet {
  /** Vertices that were looked at; the others have only what the giant reaches. */
  readonly visited: Uint32Array;
  /** Bits that the giant spread. */
  readonly absorbed: number;
  /** Bits by vertex; 0 = not reached. */
  readonly marks: Uint8Array;
  /** Reached vertices, hubs included, by number, so that what is counted over them reads memory in one direction. */
  readonly ascending: Uint32Array;
  /** Marks of the i-th visited vertex, without making those of all. */
  markOf(i: number): number;
  /** Bytes that it holds for itself. */
  bytes(): number;
}

/** The set that a walk reached. */
export function reachedSet(data: IndexData, walked: Walk, giant: Absorber | null): ReachedSet {
  const { order, bits, absorbed } = walked;
  let marks = absorbed === 0 ? walked.marks : null;
  let ascending: Uint32Array | null = null;
  const inGiant = (vertex: number) =>
    giant === null || absorbed === 0 ? 0 : giant.as[giant.reach[vertex]!]! & absorbed;
  function allMarks(): Uint8Array {
    if (marks !== null) return marks;
    marks = walked.marks ?? new Uint8Array(vertexCount(data));
    if (walked.marks === null) for (let i = 0; i < order.length; i++) marks[order[i]!] = bits[i]!;
    if (giant !== null && absorbed !== 0) {
      const { reach, as } = giant;
      const absorbedAs = as.map((meant) => meant & absorbed);
      for (let v = 0; v < marks.length; v++) marks[v]! |= absorbedAs[reach[v]!]!;
    }
    return marks;
  }
  return {
    visited: order,
    absorbed,
    get marks() {
      return allMarks();
    },
    get ascending() {
      ascending ??= inOrder(allMarks(), order, absorbed);
      return ascending;
    },
    markOf(i) {
      const vertex = order[i]!;
      if (marks !== null) return marks[vertex]!;
      return (walked.marks === null ? bits[i]! : walked.marks[vertex]!) | inGiant(vertex);
    },
    bytes: () =>
      order.byteLength +
      bits.byteLength +
      ((marks ?? walked.marks)?.byteLength ?? 0) +
      (ascending?.byteLength ?? 0),
  };
}

function inOrder(marks: Uint8Array, visited: Uint32Array, absorbed: number): Uint32Array {
  if (absorbed === 0 && visited.length < marks.length / 20) return visited.slice().sort();
  let count = 0;
  for (let vertex = 0; vertex < marks.length; vertex++) if (marks[vertex] !== 0) count++;
  const ascending = new Uint32Array(count);
  let next = 0;
  for (let vertex = 0; vertex < marks.length; vertex++) if (marks[vertex] !== 0) ascending[next++] = vertex;
  return ascending;
}

/** Allowed edges that leave reached vertices. */
export function countEdges(
  data: IndexData,
  { side, pass, holds }: Pick<WalkQuestion, 'side' | 'pass' | 'holds'>,
  { ascending, marks }: Pick<ReachedSet, 'ascending' | 'marks'>,
): number {
  const { offsets } = side.live;
  let count = 0;
  if (holds === null && !side.ofOtherTime && !pass.subarray(0, NOT_THEN).includes(0)) {
    for (let i = 0; i < ascending.length; i++) {
      const vertex = ascending[i]!;
      if ((marks[vertex]! & REACHED) !== 0) count += offsets[vertex + 1]! - offsets[vertex]!;
    }
    return count;
  }
  const { span } = data.edges;
  const add = (arcs: Arcs) => {
    for (let i = 0; i < ascending.length; i++) {
      const vertex = ascending[i]!;
      const row = rowOf(arcs.rows, vertex);
      if (row < 0) continue;
      const end = arcs.offsets[row + 1]!;
      for (let arc = arcs.offsets[row]!; arc < end; arc++) {
        if (pass[arcs.flags[arc]!] === 0) continue;
        if (holds === null || holds[span[edgeOf(arcs, arc)]!] === 1) count++;
      }
    }
  };
  add(side.live);
  if ((holds !== null || side.ofOtherTime) && side.past !== null) add(side.past);
  return count;
}
