import { datasetAt, fieldAt } from './build-catalogue.js';
import { datasetCount, type FlowSide, fieldCount, type IndexData } from './data.js';
import { CLASS } from './edge-code.js';
import type { Scope } from './scope.js';
import type { ReachDirection, VertexRef } from './types.js';
import {
  ALL_BITS,
  bitsByFlags,
  CLEAR,
  createScratch,
  DIRECT,
  type Levels,
  REACHED,
  type ReachedSet,
  type Seed,
  START,
  walk,
} from './walk.js';

/** Everything that a question reaches in one direction. */
export interface Reach extends ReachedSet {
  /** Nearest first, see {@link Levels}; walked when first asked for. */
  readonly order: Uint32Array;
  readonly levels: number[];
  direction: ReachDirection;
  side: FlowSide;
  scope: Scope;
  /** Weakest class of edge that was allowed: 0, 1 or 2. */
  maxClass: number;
  /** Hops between the start and level 0 of the walk. */
  offset: number;
}

export interface ReachEngine {
  data: IndexData;
  reach(ref: VertexRef, direction: ReachDirection, scope: Scope, maxClass?: number): Reach;
  reachFields(fields: readonly string[], direction: ReachDirection, scope: Scope): Reach;
}

const onlyReached = (bits: number): number => bits & REACHED;

const CACHED_VERTICES = 4_000_000;

export const ringOfMarks = (marks: number): 0 | 1 | 2 =>
  (marks & CLEAR) !== 0 ? 0 : (marks & DIRECT) !== 0 ? 1 : 2;

/** Whether the index knows the vertex. */
export function knows(data: IndexData, ref: VertexRef): boolean {
  if (ref.kind === 'FIELD') return fieldAt(data, ref.id) >= 0;
  if (ref.kind === 'DATASET') return datasetAt(data, ref.id) >= 0;
  return (ref.kind === 'INTERFACE' ? data.interfaceIndex : data.consumerIndex).has(ref.id);
}

/** Number of a vertex among its kind; a RangeError when the index does not know it. */
export function numberOf(data: IndexData, ref: VertexRef): number {
  if (!knows(data, ref)) throw new RangeError(`the index has no ${ref.kind} ${ref.id}`);
  if (ref.kind === 'FIELD') return fieldAt(data, ref.id);
  if (ref.kind === 'DATASET') return datasetAt(data, ref.id);
  return (ref.kind === 'INTERFACE' ? data.interfaceIndex : data.consumerIndex).get(ref.id)!;
}

/** The fields and hubs of a dataset. */
export function membersOf(data: IndexData, dataset: number): number[] {
  const fields = fieldCount(data);
  const members = [fields + dataset, fields + datasetCount(data) + dataset];
  for (let v = data.fieldStart[dataset]!; v < data.fieldStart[dataset + 1]!; v++) members.push(v);
  return members;
}

/** The exposures through which an interface or consumer reads. */
export function exposuresRead(data: IndexData, ref: VertexRef, scope: Scope): number[] {
  const number = numberOf(data, ref);
  if (ref.kind === 'INTERFACE') {
    const { order, starts } = data.exposures;
    return Array.from(order.subarray(starts[number]!, starts[number + 1]!));
  }
  const valid = data.authorizationsOfConsumer[number]!.filter(scope.authorized);
  return [...new Set(valid.flatMap((authorization) => data.authorizations[authorization]!.exposures))];
}

function seedsOf(
  data: IndexData,
  ref: VertexRef,
  direction: ReachDirection,
  scope: Scope,
  maxClass: number,
): Seed[] {
  if (ref.kind === 'FIELD') return [{ vertex: numberOf(data, ref), bits: ALL_BITS | START }];
  if (ref.kind === 'DATASET') {
    return membersOf(data, numberOf(data, ref)).map((vertex) => ({ vertex, bits: ALL_BITS | START }));
  }
  if (direction === 'DOWNSTREAM') return [];
  return exposuresRead(data, ref, scope).flatMap((exposure) => {
    const edgeClass = data.exposures.attributes[exposure]! & CLASS;
    if (edgeClass > maxClass) return [];
    return [
      { vertex: data.exposures.field[exposure]!, bits: edgeClass === 0 ? ALL_BITS : ALL_BITS & ~CLEAR },
    ];
  });
}

/** Answers reach questions over one index; remembers the latest answers, since lists are read page by page. */
export function createReachEngine(data: IndexData): ReachEngine {
  let scratch: ReturnType<typeof createScratch> | undefined;
  const passes = [0, 1, 2].map(bitsByFlags);
  const recent = new Map<string, Reach>();
  let kept = 0;

  function run(
    seeds: readonly Seed[],
    direction: ReachDirection,
    scope: Scope,
    maxClass: number,
    offset: number,
  ): Reach {
    scratch ??= createScratch(data);
    const side = direction === 'DOWNSTREAM' ? data.forward : data.backward;
    const giant = maxClass === 2 && scope.holds === null ? data.giant : null;
    const down = direction === 'DOWNSTREAM';
    const absorbing = giant && {
      reach: down ? giant.downstream : giant.upstream,
      back: down ? giant.upstream : giant.downstream,
    };
    const pass = passes[maxClass]!;
    const room = scratch;
    const { byDistance, ...set } = walk(data, side, seeds, pass, scope.holds, room, absorbing);
    let known = byDistance;
    function levels(): Levels {
      if (known === null) {
        const plain = seeds.map((seed) => ({ vertex: seed.vertex, bits: REACHED }));
        known = walk(data, side, plain, pass.map(onlyReached), scope.holds, room).byDistance!;
      }
      return known;
    }
    return {
      ...set,
      direction,
      side,
      scope,
      maxClass,
      offset,
      get order() {
        return levels().order;
      },
      get levels() {
        return levels().levels;
      },
    };
  }
  const weight = (reach: Reach) => reach.ascending.length * 2 + (reach.marks.length >> 2) + 1;

  function remember(key: string, reach: Reach): Reach {
    recent.set(key, reach);
    kept += weight(reach);
    for (const [oldest, old] of recent) {
      if (kept <= CACHED_VERTICES || oldest === key) break;
      recent.delete(oldest);
      kept -= weight(old);
    }
    return reach;
  }

  return {
    data,
    reach(ref, direction, scope, maxClass = 2) {
      const key = `${ref.kind} ${ref.id} ${direction} ${maxClass} ${scope.key}`;
      const known = recent.get(key);
      if (known !== undefined) {
        recent.delete(key);
        recent.set(key, known);
        return known;
      }
      const seeds = seedsOf(data, ref, direction, scope, maxClass);
      const offset = ref.kind === 'INTERFACE' ? 1 : ref.kind === 'CONSUMER' ? 2 : 0;
      return remember(key, run(seeds, direction, scope, maxClass, offset));
    },
    reachFields(fields, direction, scope) {
      const seeds = fields.map((id) => ({
        vertex: numberOf(data, { kind: 'FIELD', id }),
        bits: ALL_BITS | START,
      }));
      return run(seeds, direction, scope, 2, 0);
    },
  };
}
