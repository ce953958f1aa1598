import type { PathGraph } from './path-graph.js';
import { isOver, type StopSignal } from './stop.js';

/** A path from `start` to `goal`, both included, with its hops. */
export interface FoundPath {
  vertices: number[];
  hops: number;
}

/** Arrays of the search for one path; the stamp saves clearing them. */
export interface PathScratch {
  stamp: Uint32Array;
  closed: Uint32Array;
  hops: Uint32Array;
  parent: Uint32Array;
  round: number;
}

export function createPathScratch(size: number): PathScratch {
  const room = () => new Uint32Array(size);
  return { stamp: room(), closed: room(), hops: room(), parent: room(), round: 0 };
}

/** What a search came to: a path, or that none is shorter than `bound` (Infinity = there is none). */
export type SearchResult = { path: FoundPath; bound: number } | { path: null; bound: number };

const STEPS_BETWEEN_LOOKS = 4096;

/**
 * The shortest path that begins with `prefix`, touches none of its vertices again and does not go on from it to one of
 * `banned`, as long as it has no more hops than `limit`. Best first by hops so far plus hops left at least, so a
 * search that is not blocked walks straight to the goal, and a blocked one ends where others are shorter. null when
 * the deadline passes.
 */
export function searchPath(
  graph: PathGraph,
  scratch: PathScratch,
  part: { prefix: readonly number[]; hops: number; banned: ReadonlySet<number> },
  limit: number,
  stop: StopSignal | undefined,
): SearchResult | null {
  const round = ++scratch.round;
  const { stamp, closed, hops, parent } = scratch;
  const { prefix, banned } = part;
  const spur = prefix.at(-1)!;
  const used = new Set(prefix);
  const queue: number[][] = [];
  const floor = part.hops + graph.hopsLeft(spur);
  if (!Number.isFinite(floor)) return { path: null, bound: Infinity };

  const push = (vertex: number, cost: number, from: number) => {
    if (stamp[vertex] === round && hops[vertex]! <= cost) return;
    stamp[vertex] = round;
    hops[vertex] = cost;
    parent[vertex] = from;
    const bucket = cost + graph.hopsLeft(vertex) - floor;
    while (queue.length <= bucket) queue.push([]);
    queue[bucket]!.push(vertex);
  };
  const enter = (from: number, next: number, step: 0 | 1) => {
    if (used.has(next) || (from === spur && banned.has(next))) return;
    if (!Number.isFinite(graph.hopsLeft(next))) return;
    const hubIn = graph.hubInOf(next);
    if (hubIn >= 0 && from !== hubIn && used.has(hubIn)) return;
    push(next, hops[from]! + step, from);
  };

  let steps = 0;
  push(spur, part.hops, spur);
  for (let bucket = 0; bucket < queue.length; bucket++) {
    const waiting = queue[bucket]!;
    if (waiting.length > 0 && floor + bucket > limit) return { path: null, bound: floor + bucket };
    while (waiting.length > 0) {
      const vertex = waiting.pop()!;
      if (closed[vertex] === round) continue;
      closed[vertex] = round;
      if (++steps % STEPS_BETWEEN_LOOKS === 0 && isOver(stop)) return null;
      if (vertex === graph.goal) {
        const tail: number[] = [];
        for (let v = vertex; v !== spur; v = parent[v]!) tail.push(v);
        const path = { vertices: [...prefix, ...tail.reverse()], hops: hops[vertex]! };
        return { path, bound: path.hops };
      }
      graph.eachStep(vertex, (next, step) => enter(vertex, next, step));
    }
  }
  return { path: null, bound: Infinity };
}
