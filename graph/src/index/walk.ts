import { hasBit } from './bit-set.js';
import { QUEUED } from './bits.js';
import { rowOf } from './csr.js';
import { type Arcs, datasetCount, type FlowSide, fieldCount, type IndexData, vertexCount } from './data.js';
import { isOver, type StopSignal } from './stop.js';

export interface Seed {
  vertex: number;
  bits: number;
}

/** What is known of the giant, as a question of some ring may use it. */
export interface Absorber {
  /** Bits of the giant by vertex, that way and back. */
  reach: Uint8Array;
  back: Uint8Array;
  /** What they mean to the question. */
  as: Uint8Array;
}

export interface WalkQuestion {
  side: FlowSide;
  seeds: readonly Seed[];
  /** Bits that an edge hands on, by its flags. */
  pass: Uint8Array;
  /** By span, which edge versions count; null = those that hold at the time that the side is of. */
  holds: Uint8Array | null;
  /** Only where the giant's bits hold: the edges of the giant's own time. */
  giant?: Absorber | null;
  /** Hops after which the walk ends; left out = no end but the graph's. */
  depth?: number;
  stop?: StopSignal | undefined;
}

export interface Walk {
  /** Vertices that were looked at, hubs included, nearest first. */
  order: Uint32Array;
  /** Distance d: `order[levels[d] .. levels[d + 1])`. */
  levels: number[];
  /** Bits by vertex; 0 = not looked at. null when few were: then `bits` has them, by position in `order`. */
  marks: Uint8Array | null;
  bits: Uint8Array;
  /** Bits that entered the giant: all that it reaches has them too, and was not walked for them. */
  absorbed: number;
  /** The deadline passed: there may be more. */
  over: boolean;
}

/** Room for one walk at a time; kept between walks, which never overlap. */
export interface Scratch {
  order: Uint32Array;
  current: Uint32Array;
  next: Uint32Array;
  /** All 0 between walks. */
  marks: Uint8Array | null;
}

export function createScratch(data: IndexData): Scratch {
  const room = () => new Uint32Array(vertexCount(data));
  return { order: room(), current: room(), next: room(), marks: null };
}

const STEPS_BETWEEN_LOOKS = 4096;
/** A walk of less than this part of the vertices clears the marks behind it instead of giving them away. */
const FEW = 16;

/**
 * Breadth first from the seeds over every allowed edge, to the end: no cap. Hubs cost no hop: what they gather or
 * spread is reached in the same step.
 */
export function walk(data: IndexData, question: WalkQuestion, scratch: Scratch): Walk {
  const { side, seeds, pass, holds, giant = null, depth = Infinity, stop } = question;
  const past = holds !== null || side.ofOtherTime ? side.past : null;
  const fields = fieldCount(data);
  const datasets = datasetCount(data);
  const { datasetOf, fieldStart } = data;
  const { lift, gather, spread } = side;
  scratch.marks ??= new Uint8Array(vertexCount(data));
  const { order, marks } = scratch;
  let { current, next } = scratch;
  // An edge of no flags hands on every bit that the walk carries.
  const carried = pass[0]!;
  const room = { reached: 0, waiting: 0, absorbed: 0, over: false };

  function gain(vertex: number, offered: number): void {
    const old = marks[vertex]!;
    let bits = offered;
    if (giant !== null) {
      const inGiant = giant.as[giant.reach[vertex]!]!;
      bits &= ~(inGiant & room.absorbed);
      room.absorbed |= bits & ~old & inGiant & giant.as[giant.back[vertex]!]!;
    }
    if ((bits & ~old) === 0) return;
    if (old === 0) order[room.reached++] = vertex;
    if ((old & QUEUED) === 0) next[room.waiting++] = vertex;
    marks[vertex] = old | bits | QUEUED;
  }
  /** Structural edges of a vertex that has just gained bits. */
  function rise(vertex: number): void {
    const bits = marks[vertex]! & carried;
    if (vertex < fields) {
      gain(gather + datasetOf[vertex]!, bits);
      return;
    }
    const dataset = vertex - spread;
    if (dataset < 0 || dataset >= datasets) return;
    for (let v = fieldStart[dataset]!; v < fieldStart[dataset + 1]!; v++) gain(v, bits);
    gain(gather + dataset, bits);
  }

  /** `isFirst`: the vertices leave the queue; in a second look they may be waiting again already. */
  function follow(arcs: Arcs, waiting: number, isFirst: boolean): void {
    // Locals, since the loop below is where a question spends its time.
    const { rows, offsets, to, flags, edge, firstEdge } = arcs;
    const { span } = data.edges;
    const [queue, ahead, known, found, bitsOf] = [current, next, marks, order, pass];
    const [reach, back, as] = [giant?.reach ?? null, giant?.back ?? null, giant?.as ?? null];
    const [structural, holding] = [lift, holds];
    let { reached, waiting: queued, absorbed } = room;
    for (let i = 0; i < waiting; i++) {
      if (i % STEPS_BETWEEN_LOOKS === STEPS_BETWEEN_LOOKS - 1 && isOver(stop)) {
        room.over = true;
        break;
      }
      const vertex = queue[i]!;
      const own = known[vertex]!;
      if (isFirst) known[vertex] = own & ~QUEUED;
      const row = rows === null ? vertex : rowOf(rows, vertex);
      if (row < 0) continue;
      const end = offsets[row + 1]!;
      for (let arc = offsets[row]!; arc < end; arc++) {
        const target = to[arc]!;
        const old = known[target]!;
        let gained = own & bitsOf[flags[arc]!]! & ~old;
        if (gained === 0) continue;
        if (reach !== null && back !== null && as !== null) {
          const inGiant = as[reach[target]!]!;
          gained &= ~(inGiant & absorbed);
          if (gained === 0) continue;
          absorbed |= gained & inGiant & as[back[target]!]!;
        }
        if (holding !== null && holding[span[edge === null ? firstEdge + arc : edge[arc]!]!] === 0) continue;
        if (old === 0) found[reached++] = target;
        if ((old & QUEUED) === 0) ahead[queued++] = target;
        known[target] = old | gained | QUEUED;
        if (structural !== null && hasBit(structural, target)) {
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
    if (lift !== null && hasBit(lift, seed.vertex)) rise(seed.vertex);
  }
  const levels = [0];
  try {
    while (room.waiting > 0 && !room.over) {
      const waiting = room.waiting;
      if (room.reached > levels.at(-1)!) levels.push(room.reached);
      if (levels.length > depth + 1) break;
      if (isOver(stop)) {
        room.over = true;
        break;
      }
      [current, next] = [next, current];
      room.waiting = 0;
      follow(side.live, waiting, true);
      if (past !== null && !room.over) follow(past, waiting, false);
    }
  } catch (cancelled) {
    scratch.marks = null;
    throw cancelled;
  }
  if (room.over && room.reached > levels.at(-1)!) levels.push(room.reached);
  return taken(scratch, room, levels);
}

/** Takes the answer out of the scratch arrays and leaves them as the next walk needs them. */
function taken(
  scratch: Scratch,
  { reached, absorbed, over }: { reached: number; absorbed: number; over: boolean },
  levels: number[],
): Walk {
  const marks = scratch.marks!;
  const order = scratch.order.slice(0, reached);
  if (reached * FEW >= marks.length) {
    // What was waiting when a walk ended early still says so.
    for (let i = 0; i < reached; i++) marks[order[i]!]! &= ~QUEUED;
    scratch.marks = null;
    return { order, levels, marks, bits: new Uint8Array(0), absorbed, over };
  }
  const bits = new Uint8Array(reached);
  for (let i = 0; i < reached; i++) {
    bits[i] = marks[order[i]!]! & ~QUEUED;
    marks[order[i]!] = 0;
  }
  return { order, levels, marks: null, bits, absorbed, over };
}
