import { CLEAR, DIRECT, GIANT_BITS, giantBitsByFlags, REACHED } from './bits.js';
import { largestComponent } from './components.js';
import { type FlowSide, fieldCount, type IndexData, vertexCount } from './data.js';
import { type GiantCounts, giantCounts } from './giant-counts.js';
import { createScratch, walk } from './walk.js';

/**
 * Backflow ties much of a catalogue into one cycle, and whatever enters it reaches the same vertices. For one vertex of
 * the cycle both reaches are kept, by bit: a walk that gains a bit at a vertex of the cycle (a bit in both) has
 * that bit on the whole reach at once and need not carry it on. Their counts are kept too, so an answer costs what
 * lies outside. Only distances have to be walked, when somebody asks.
 */
export interface Giant {
  /** Bits by vertex that the cycle's vertex reaches, and by which it is reached. */
  downstream: Uint8Array;
  upstream: Uint8Array;
  counts: { downstream: GiantCounts; upstream: GiantCounts };
}

const CANDIDATES = 4;
/** A cycle of a fiftieth of all vertices is worth no further search; one below a thousandth is worth no memory. */
const ENOUGH = 50;
const TOO_SMALL = 1000;

/**
 * The largest cycle that one of the busiest vertices lies on; when those lie on none of much size, one of the largest
 * of all cycles is tried too. null when none is worth keeping. Any vertex would give right answers, a good one fast ones.
 */
export function findGiant(data: Omit<IndexData, 'giant'>): Giant | null {
  const unaided: IndexData = { ...data, giant: null };
  const scratch = createScratch(unaided);
  const pass = giantBitsByFlags();
  const reachOf = (side: FlowSide, vertex: number) => {
    const { order, marks, bits } = walk(
      unaided,
      { side, seeds: [{ vertex, bits: GIANT_BITS }], pass, holds: null },
      scratch,
    );
    return { order, marks, bits };
  };
  type Found = { downstream: ReturnType<typeof reachOf>; upstream: ReturnType<typeof reachOf> };
  let best: Found | null = null;
  let bestSize = 0;
  let bestInClear = 0;
  const consider = (vertex: number) => {
    const found = { downstream: reachOf(data.forward, vertex), upstream: reachOf(data.backward, vertex) };
    const { size, inClear } = sharedBits(vertexCount(unaided), found.downstream, found.upstream);
    if (size <= bestSize) return;
    best = found;
    bestSize = size;
    bestInClear = inClear;
  };
  for (const vertex of busiest(unaided)) {
    consider(vertex);
    // A vertex may lie on the cycle of all edges and on none of those in clear: then it helps with one ring of three.
    if (bestInClear * ENOUGH >= vertexCount(unaided)) break;
  }
  if (bestSize * ENOUGH < vertexCount(unaided)) {
    const { vertex, size } = largestComponent(unaided);
    if (size * TOO_SMALL >= vertexCount(unaided)) consider(vertex);
  }
  if (best === null || bestSize * TOO_SMALL < vertexCount(unaided)) return null;
  const { downstream, upstream } = best as Found;
  return recountGiant(data, {
    downstream: byVertex(vertexCount(unaided), downstream),
    upstream: byVertex(vertexCount(unaided), upstream),
  });
}

/** The giant with the counts of data in which grades or groups changed, but no edge. */
export function recountGiant(
  data: Omit<IndexData, 'giant'>,
  giant: Omit<Giant, 'counts'> | null,
): Giant | null {
  if (giant === null) return null;
  const { downstream, upstream } = giant;
  const of: IndexData = { ...data, giant: null };
  return {
    downstream,
    upstream,
    counts: {
      downstream: giantCounts(of, data.forward, downstream),
      upstream: giantCounts(of, data.backward, upstream),
    },
  };
}

interface Sparse {
  order: Uint32Array;
  marks: Uint8Array | null;
  bits: Uint8Array;
}

function byVertex(vertices: number, { order, marks, bits }: Sparse): Uint8Array {
  if (marks !== null) return marks;
  const all = new Uint8Array(vertices);
  for (let i = 0; i < order.length; i++) all[order[i]!] = bits[i]!;
  return all;
}

interface Shared {
  /** How much of the three rings lies on the cycle: vertices by ring, a third each. */
  size: number;
  /** Vertices of the cycle of edges in clear. */
  inClear: number;
}

function sharedBits(vertices: number, one: Sparse, other: Sparse): Shared {
  if (one.marks === null || other.marks === null) return sharedByFew(vertices, one, other);
  const shared = { size: 0, inClear: 0 };
  for (let v = 0; v < vertices; v++) share(shared, one.marks[v]! & other.marks[v]!);
  return shared;
}

function sharedByFew(vertices: number, one: Sparse, other: Sparse): Shared {
  const [few, many] = one.order.length < other.order.length ? [one, other] : [other, one];
  const bitsOf = byVertex(vertices, many);
  const shared = { size: 0, inClear: 0 };
  for (let i = 0; i < few.order.length; i++) {
    const vertex = few.order[i]!;
    share(shared, (few.marks?.[vertex] ?? few.bits[i]!) & bitsOf[vertex]!);
  }
  return shared;
}

function share(into: Shared, bits: number): void {
  into.size += RINGS_IN[bits]! / 3;
  if ((bits & CLEAR) !== 0) into.inClear++;
}

const RINGS_IN = Uint8Array.from({ length: 256 }, (_, bits) => {
  return [CLEAR, DIRECT, REACHED].filter((ring) => (bits & ring) !== 0).length;
});

/** Fields with the most ways through them. */
function busiest(data: IndexData): number[] {
  const leaving = data.forward.live.offsets;
  const coming = data.backward.live.offsets;
  const top: { vertex: number; ways: number }[] = [];
  for (let vertex = 0; vertex < fieldCount(data); vertex++) {
    const ways = (leaving[vertex + 1]! - leaving[vertex]!) * (coming[vertex + 1]! - coming[vertex]!);
    if (ways === 0 || (top.length === CANDIDATES && ways <= top.at(-1)!.ways)) continue;
    top.push({ vertex, ways });
    top.sort((a, b) => b.ways - a.ways || a.vertex - b.vertex);
    if (top.length > CANDIDATES) top.pop();
  }
  return top.map(({ vertex }) => vertex);
}
