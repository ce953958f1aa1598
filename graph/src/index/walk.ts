import { edgeOf } from './csr.js';
import { type Arcs, datasetCount, type FlowSide, fieldCount, type IndexData, vertexCount } from './data.js';
import { BACKFLOW, CLASS, COARSE } from './edge-code.js';

/**
 * What is known of a reached vertex, in bits. The five questions of an answer (three rings, backflow, coarse) are five
 * reachability questions over the same arrays, asked at once: a vertex is looked at again only when it gains a bit.
 */
export const CLEAR = 1;
export const DIRECT = 2;
export const REACHED = 4;
export const NO_BACKFLOW = 8;
export const NO_COARSE = 16;
export const START = 32;
const QUEUED = 64;
export const ALL_BITS = CLEAR | DIRECT | REACHED | NO_BACKFLOW | NO_COARSE;

export interface Seed {
  vertex: number;
  bits: number;
}

/** The vertices that a walk reached. */
export interface ReachedSet {
  /** Bits by vertex; 0 = not reached. */
  marks: Uint8Array;
  /** Reached vertices, hubs included, by number, so that what is counted over them reads memory in one direction. */
  ascending: Uint32Array;
  /** Allowed edges that leave reached vertices. */
  edges: number;
}
/** The same vertices by distance. */
export interface Levels {
  /** Reached vertices, hubs included, nearest first. */
  order: Uint32Array;
  /** Distance d: `order[levels[d] .. levels[d + 1])`. */
  levels: number[];
}
export interface Walk extends ReachedSet {
  /** null when the giant cut the walk short: distances must be walked without it. */
  byDistance: Levels | null;
}

/** Room for one walk at a time; kept between walks, which never overlap. */
export interface Scratch {
  order: Uint32Array;
  current: Uint32Array;
  next: Uint32Array;
}

export function createScratch(data: IndexData): Scratch {
  const room = () => new Uint32Array(vertexCount(data));
  return { order: room(), current: room(), next: room() };
}

/** Which bits an edge hands on, by its flags; `maxClass` = the weakest class of edge that is allowed. */
export function bitsByFlags(maxClass: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, flags) => {
    const edgeClass = Math.min(flags & CLASS, 2);
    if (edgeClass > maxClass) return 0;
    return (
      REACHED |
      (edgeClass === 0 ? CLEAR : 0) |
      (edgeClass <= 1 ? DIRECT : 0) |
      ((flags & BACKFLOW) === 0 ? NO_BACKFLOW : 0) |
      ((flags & COARSE) === 0 ? NO_COARSE : 0)
    );
  });
}

/**
 * Breadth first from the seeds over every allowed edge, to the end: no cap. `holds`: by span, which edge versions
 * count; null = those that hold now. Hubs cost no hop: what they gather or spread is reached in the same step.
 */
export function walk(
  data: IndexData,
  side: FlowSide,
  seeds: readonly Seed[],
  pass: Uint8Array,
  holds: Uint8Array | null,
  scratch: Scratch,
  /** Set where the giant's bits hold: all edges allowed, those that hold now. */
  giant: { reach: Uint8Array; back: Uint8Array } | null = null,
): Walk {
  const fields = fieldCount(data);
  const datasets = datasetCount(data);
  const { datasetOf, fieldStart } = data;
  const { lift, gather, spread } = side;
  const marks = new Uint8Array(vertexCount(data));
  const { order } = scratch;
  let { current, next } = scratch;
  // `absorbed`: bits that have entered the giant; all of its reach has them, which is written down at the end.
  const room = { reached: 0, waiting: 0, absorbed: 0 };
  const giantReach = giant?.reach ?? null;
  const giantBack = giant?.back ?? null;

  function gain(vertex: number, offered: number): void {
    const old = marks[vertex]!;
    let bits = offered;
    if (giantReach !== null && giantBack !== null) {
      bits &= ~(giantReach[vertex]! & room.absorbed);
      room.absorbed |= bits & ~old & giantReach[vertex]! & giantBack[vertex]!;
    }
    if ((bits & ~old) === 0) return;
    if (old === 0) order[room.reached++] = vertex;
    if ((old & QUEUED) === 0) next[room.waiting++] = vertex;
    marks[vertex] = old | bits | QUEUED;
  }
  /** Structural edges of a vertex that has just gained bits. */
  function rise(vertex: number): void {
    const bits = marks[vertex]! & ALL_BITS;
    if (vertex < fields) {
      gain(gather + datasetOf[vertex]!, bits);
      return;
    }
    const dataset = vertex - spread;
    if (dataset < 0 || dataset >= datasets) return;
    for (let v = fieldStart[dataset]!; v < fieldStart[dataset + 1]!; v++) gain(v, bits);
    gain(gather + dataset, bits);
  }

  function follow(arcs: Arcs, waiting: number): void {
    // Locals, since the loop below is where a question spends its time.
    const { offsets, to, flags, edge, firstEdge } = arcs;
    const { span } = data.edges;
    const [queue, ahead, known, found, bitsOf] = [current, next, marks, order, pass];
    const [reach, back, structural, holding] = [giantReach, giantBack, lift, holds];
    let { reached, waiting: queued, absorbed } = room;
    for (let i = 0; i < waiting; i++) {
      const vertex = queue[i]!;
      const own = known[vertex]!;
      const bits = own & ALL_BITS;
      known[vertex] = own & ~QUEUED;
      const end = offsets[vertex + 1]!;
      for (let arc = offsets[vertex]!; arc < end; arc++) {
        const target = to[arc]!;
        const old = known[target]!;
        let gained = bits & bitsOf[flags[arc]!]! & ~old;
        if (gained === 0) continue;
        if (reach !== null && back !== null) {
          const inGiant = reach[target]!;
          gained &= ~(inGiant & absorbed);
          if (gained === 0) continue;
          absorbed |= gained & inGiant & back[target]!;
        }
        if (holding !== null && holding[span[edge === null ? firstEdge + arc : edge[arc]!]!] === 0) continue;
        if (old === 0) found[reached++] = target;
        if ((old & QUEUED) === 0) ahead[queued++] = target;
        known[target] = old | gained | QUEUED;
        if (structural !== null && structural[target] === 1) {
          room.reached = reached;
          room.waiting = queued;
          room.absorbed = absorbed;
          rise(target);
          ({ reached, waiting: queued, absorbed } = room);
        }
      }
    }
    room.reached = reached;
    room.waiting = queued;
    room.absorbed = absorbed;
  }

  for (const seed of seeds) {
    gain(seed.vertex, seed.bits);
    if (lift !== null && lift[seed.vertex] === 1) rise(seed.vertex);
  }
  const levels = [0];
  while (room.waiting > 0) {
    const waiting = room.waiting;
    if (room.reached > levels.at(-1)!) levels.push(room.reached);
    [current, next] = [next, current];
    room.waiting = 0;
    follow(side.live, waiting);
    if (holds !== null && side.past !== null) follow(side.past, waiting);
  }
  if (giantReach !== null) addBits(marks, giantReach, room.absorbed);
  const reached = order.slice(0, room.reached);
  const ascending = sorted(reached, marks, room.absorbed);
  return {
    marks,
    ascending,
    edges: countEdges(data, side, ascending, pass, holds),
    byDistance: (room.absorbed & REACHED) === 0 ? { order: reached, levels } : null,
  };
}

function addBits(marks: Uint8Array, bits: Uint8Array, absorbed: number): void {
  if (absorbed === 0) return;
  for (let vertex = 0; vertex < marks.length; vertex++) marks[vertex]! |= bits[vertex]! & absorbed;
}

function sorted(reached: Uint32Array, marks: Uint8Array, absorbed: number): Uint32Array {
  if (absorbed === 0 && reached.length < marks.length / 20) return reached.slice().sort();
  let count = 0;
  for (let vertex = 0; vertex < marks.length; vertex++) if (marks[vertex] !== 0) count++;
  const ascending = new Uint32Array(count);
  let next = 0;
  for (let vertex = 0; vertex < marks.length; vertex++) if (marks[vertex] !== 0) ascending[next++] = vertex;
  return ascending;
}

/** Allowed edges that leave the vertices. */
function countEdges(
  data: IndexData,
  side: FlowSide,
  vertices: Uint32Array,
  pass: Uint8Array,
  holds: Uint8Array | null,
): number {
  const { offsets } = side.live;
  let count = 0;
  if (holds === null && !pass.includes(0)) {
    for (let i = 0; i < vertices.length; i++) {
      const vertex = vertices[i]!;
      count += offsets[vertex + 1]! - offsets[vertex]!;
    }
    return count;
  }
  const allowed = (arcs: Arcs, arc: number) =>
    pass[arcs.flags[arc]!] !== 0 && (holds === null || holds[data.edges.span[edgeOf(arcs, arc)]!] === 1);
  for (const arcs of holds === null || side.past === null ? [side.live] : [side.live, side.past]) {
    for (const vertex of vertices) {
      const end = arcs.offsets[vertex + 1]!;
      for (let arc = arcs.offsets[vertex]!; arc < end; arc++) if (allowed(arcs, arc)) count++;
    }
  }
  return count;
}
