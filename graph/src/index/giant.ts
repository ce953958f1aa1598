import { type FlowSide, fieldCount, type IndexData, vertexCount } from './data.js';
import { ALL_BITS, bitsByFlags, CLEAR, createScratch, walk } from './walk.js';

/**
 * Backflow ties much of a catalogue into one cycle, and whatever enters it reaches the same vertices. For one vertex of
 * the cycle both reaches are kept, by bit: a walk that gains a bit at a vertex of the cycle (a bit in both) has
 * that bit on the whole reach at once and need not carry it on. Only distances have to be walked, when somebody asks.
 */
export interface Giant {
  /** Bits by vertex that the cycle's vertex reaches, and by which it is reached. */
  downstream: Uint8Array;
  upstream: Uint8Array;
}

const CANDIDATES = 4;
/** A cycle of a fiftieth of all vertices is worth no further search; one below a thousandth is worth no memory. */
const ENOUGH = 50;
const TOO_SMALL = 1000;

/** The largest cycle that one of the busiest vertices lies on; null when none is worth keeping. */
export function findGiant(data: Omit<IndexData, 'giant'>): Giant | null {
  const unaided: IndexData = { ...data, giant: null };
  const scratch = createScratch(unaided);
  const pass = bitsByFlags(2);
  const reachOf = (side: FlowSide, vertex: number) => {
    return walk(unaided, side, [{ vertex, bits: ALL_BITS }], pass, null, scratch).marks;
  };
  let best: Giant | null = null;
  let bestSize = 0;
  for (const vertex of busiest(unaided)) {
    const found = { downstream: reachOf(data.forward, vertex), upstream: reachOf(data.backward, vertex) };
    let size = 0;
    for (let v = 0; v < found.downstream.length; v++) {
      if ((found.downstream[v]! & found.upstream[v]! & CLEAR) !== 0) size++;
    }
    if (size > bestSize) {
      best = found;
      bestSize = size;
    }
    if (size * ENOUGH >= vertexCount(unaided)) break;
  }
  return bestSize * TOO_SMALL >= vertexCount(unaided) ? best : null;
}

/** Fields with the most ways through them. */
function busiest(data: IndexData): number[] {
  const degree = (side: FlowSide, vertex: number) =>
    side.live.offsets[vertex + 1]! - side.live.offsets[vertex]!;
  const top: { vertex: number; ways: number }[] = [];
  for (let vertex = 0; vertex < fieldCount(data); vertex++) {
    const ways = degree(data.forward, vertex) * degree(data.backward, vertex);
    if (ways === 0 || (top.length === CANDIDATES && ways <= top.at(-1)!.ways)) continue;
    top.push({ vertex, ways });
    top.sort((a, b) => b.ways - a.ways || a.vertex - b.vertex);
    if (top.length > CANDIDATES) top.pop();
  }
  return top.map(({ vertex }) => vertex);
}
