import { ALL_BITS, bitsByFlags, giantBitsAs, REACHED, RING_OF, START } from './bits.js';
import { edgesLeaving } from './csr.js';
import type { FlowSide, IndexData } from './data.js';
import { createDifferingEdges, type DifferingEdges } from './differing-edges.js';
import type { GiantCounts } from './giant-counts.js';
import { countEdges, type ReachedSet, reachedSet } from './reached-set.js';
import type { Scope } from './scope.js';
import { numberOf, seedsOf } from './seeds.js';
import { spansThatHold } from './spans.js';
import { QuestionOverdue, type StopSignal } from './stop.js';
import { createTimeViews, type TimeView } from './time-views.js';
import type { ReachDirection, VertexRef } from './types.js';
import { createScratch, type Scratch, type Seed, walk } from './walk.js';

/** Reached vertices by distance. */
export interface Levels {
  /** Reached vertices, hubs included, nearest first. */
  order: Uint32Array;
  /** Distance d: `order[levels[d] .. levels[d + 1])`. */
  levels: number[];
}

/** Everything that a question reaches in one direction. */
export interface Reach extends ReachedSet {
  direction: ReachDirection;
  side: FlowSide;
  scope: Scope;
  /** Weakest class of edge that was allowed: 0, 1 or 2. */
  maxClass: number;
  /** Hops between the start and level 0 of the walk. */
  offset: number;
  /** What the giant reaches, counted, where the question is of all rings and of a time that has one. */
  giant: { reach: Uint8Array; counts: GiantCounts } | null;
  /** Of the question that looks at it now. */
  stop: StopSignal | undefined;
  /** Allowed edges that leave reached vertices. */
  readonly edges: number;
  /** The deadline passed on the way: there may be more. */
  readonly over: boolean;
  /** All by distance, walked when first asked for; a {@link QuestionOverdue} when the deadline passes. */
  all(): Levels;
  /** Those up to `depth`, no further; as far as the deadline allows: see `over`. */
  nearest(depth: number): Levels;
}

/** The question that a reach answers. */
export interface ReachQuestion {
  direction: ReachDirection;
  scope: Scope;
  /** Weakest class of edge that is allowed; 2 when left out. */
  maxClass?: number;
  stop?: StopSignal | undefined;
}

export interface ReachEngine {
  data: IndexData;
  reach(ref: VertexRef, question: ReachQuestion): Reach;
  reachFields(fields: readonly string[], question: ReachQuestion): Reach;
  /** The edges that hold at one of two times only. */
  differingEdges(before: Scope, after: Scope): DifferingEdges;
}

export const ringOfMarks = (marks: number): 0 | 1 | 2 => Math.min(RING_OF[marks]!, 2) as 0 | 1 | 2;

/** A reach that the deadline did not cut; a {@link QuestionOverdue} else, for answers that cannot say so themselves. */
export function whole(reach: Reach): Reach {
  if (reach.over) throw new QuestionOverdue();
  return reach;
}

/** Reaches that are remembered: lists are read page by page. */
const REMEMBERED_BYTES = 16_000_000;
const REMEMBERED = 64;

/** Answers reach questions over one index; remembers the latest answers. */
export function createReachEngine(data: IndexData): ReachEngine {
  let scratch: Scratch | undefined;
  const passes = [0, 1, 2].map(bitsByFlags);
  const meanings = [0, 1, 2].map(giantBitsAs);
  const viewOfTime = createTimeViews(data);
  const differing = createDifferingEdges(data);
  const recent = new Map<string, Reach>();

  /** The giant as a question may use it: that of the same time. */
  function giantFor({ giant }: TimeView, { direction, maxClass = 2 }: ReachQuestion) {
    if (giant === null) return null;
    const { downstream, upstream, counts } = giant;
    const as = meanings[maxClass]!;
    return direction === 'DOWNSTREAM'
      ? { reach: downstream, back: upstream, as, counts: counts.downstream }
      : { reach: upstream, back: downstream, as, counts: counts.upstream };
  }

  function run(seeds: readonly Seed[], question: ReachQuestion, offset: number): Reach {
    scratch ??= createScratch(data);
    const room = scratch;
    const { direction, scope, maxClass = 2 } = question;
    const view = scope.holds === null ? data : viewOfTime(scope.holds);
    const { forward, backward } = view ?? data;
    const side = direction === 'DOWNSTREAM' ? forward : backward;
    const way = { side, holds: view === null ? scope.holds : null };
    const pass = passes[maxClass]!;
    const giant = view && giantFor(view, question);
    const walked = walk(data, { ...way, seeds, pass, giant, stop: question.stop }, room);
    const set = reachedSet(data, walked, giant);
    let levels = walked.absorbed === 0 && !walked.over ? walked : null;
    let levelsOver = false;
    let edges: number | null = null;
    const reach: Reach = {
      direction,
      side: direction === 'DOWNSTREAM' ? data.forward : data.backward,
      scope,
      maxClass,
      offset,
      giant: maxClass === 2 ? giant : null,
      stop: question.stop,
      visited: set.visited,
      absorbed: set.absorbed,
      markOf: set.markOf,
      bytes: () => set.bytes() + (levels?.order.byteLength ?? 0),
      get marks() {
        return set.marks;
      },
      get ascending() {
        return set.ascending;
      },
      get edges() {
        edges ??= edgesOf(data, reach, { ...way, pass });
        return edges;
      },
      get over() {
        return walked.over || levelsOver;
      },
      all() {
        const all = reach.nearest(Infinity);
        if (levelsOver) throw new QuestionOverdue();
        return all;
      },
      nearest(depth) {
        levelsOver = false;
        if (levels !== null) return levels;
        const plain = seeds.map(({ vertex }) => ({ vertex, bits: REACHED }));
        const reached = pass.map((bits) => bits & REACHED);
        const near = walk(data, { ...way, seeds: plain, pass: reached, depth, stop: reach.stop }, room);
        levelsOver = near.over;
        if (depth === Infinity && !near.over) levels = near;
        return near;
      },
    };
    return reach;
  }

  function remember(key: string, reach: Reach): Reach {
    if (reach.over) return reach;
    recent.set(key, reach);
    let bytes = 0;
    for (const one of recent.values()) bytes += one.bytes();
    for (const [oldest, old] of recent) {
      if ((bytes <= REMEMBERED_BYTES && recent.size <= REMEMBERED) || oldest === key) break;
      recent.delete(oldest);
      bytes -= old.bytes();
    }
    return reach;
  }

  return {
    data,
    reach(ref, question) {
      const { direction, scope, maxClass = 2, stop } = question;
      const key = `${ref.kind} ${ref.id} ${direction} ${maxClass} ${scope.key}`;
      const known = recent.get(key);
      if (known !== undefined) {
        recent.delete(key);
        recent.set(key, known);
        known.stop = stop;
        return known;
      }
      const seeds = seedsOf(data, ref, direction, scope, maxClass);
      const offset = ref.kind === 'INTERFACE' ? 1 : ref.kind === 'CONSUMER' ? 2 : 0;
      return remember(key, run(seeds, question, offset));
    },
    reachFields(fields, question) {
      const seeds = fields.map((id) => ({
        vertex: numberOf(data, { kind: 'FIELD', id }),
        bits: ALL_BITS | START,
      }));
      return run(seeds, question, 0);
    },
    differingEdges(before, after) {
      const now = spansThatHold(data.spans, data.builtAt, Infinity);
      return differing(before.holds ?? now, after.holds ?? now);
    },
  };
}

/** Allowed edges that leave what was reached: those of the giant are known. */
function edgesOf(data: IndexData, reach: Reach, way: Parameters<typeof countEdges>[1]): number {
  const { giant, absorbed, visited } = reach;
  if (giant === null || absorbed === 0) return countEdges(data, way, reach);
  let { edges } = giant.counts;
  for (let i = 0; i < visited.length; i++) {
    const vertex = visited[i]!;
    if ((giant.reach[vertex]! & REACHED) === 0) edges += edgesLeaving(way.side, vertex);
  }
  return edges;
}
