import { firstExposure } from './build-access.js';
import { datasetCount, fieldCount, type IndexData, vertexCount } from './data.js';
import { eachArc } from './degree.js';
import { eachOfLevels } from './endpoints.js';
import type { ReachEngine } from './reach.js';
import type { Scope } from './scope.js';
import { exposuresRead, membersOf, numberOf } from './seeds.js';
import type { StopSignal } from './stop.js';
import type { VertexRef } from './types.js';

/**
 * The graph in which the paths between two vertices run. Its vertices are fields and hubs, the interfaces and the
 * consumer behind them, one `start` before all of the question's first vertices and one `goal` after its last.
 */
export interface PathGraph {
  size: number;
  /** The deadline passed while it was laid out: paths may be missing. */
  over: boolean;
  start: number;
  goal: number;
  /** Hops still to go at least; Infinity = no way to the goal. */
  hopsLeft(vertex: number): number;
  /** Visits the vertices one step on; `hops` is 0 for structural steps. */
  eachStep(vertex: number, visit: (next: number, hops: 0 | 1) => void): void;
  /** The hub *in* whose own hub *out* this vertex is, or -1: out may follow in only at once, else nothing new is told. */
  hubInOf(vertex: number): number;
  firstInterface: number;
  firstConsumer: number;
}

/** Lays out the graph of the paths from one vertex to another; null when there can be none. */
export function pathGraph(
  engine: ReachEngine,
  from: VertexRef,
  to: VertexRef,
  scope: Scope,
  stop?: StopSignal,
): PathGraph | null {
  const { data } = engine;
  if (from.kind === 'CONSUMER' || (from.kind === to.kind && from.id === to.id)) return null;
  if (from.kind === 'INTERFACE' && to.kind !== 'CONSUMER') return null;
  const fields = fieldCount(data);
  const hubsIn = fields + datasetCount(data);
  const firstInterface = vertexCount(data);
  const firstConsumer = firstInterface + data.interfaces.length;
  const start = firstConsumer + data.consumers.length;
  const goal = start + 1;

  const { sources, targets } = ends(data, from, to);
  const hops = new Uint32Array(goal + 1).fill(0xffffffff);
  const reach = engine.reach(to, { direction: 'UPSTREAM', scope, stop });
  eachOfLevels(reach.nearest(Infinity), reach.offset, (vertex, distance) => {
    hops[vertex] = distance;
  });
  const exposures = exposuresToward(data, to, scope);
  for (const exposure of exposures) {
    hops[firstInterface + data.exposures.interface[exposure]!] = to.kind === 'CONSUMER' ? 1 : 0;
  }
  if (to.kind === 'CONSUMER') hops[firstConsumer + numberOf(data, to)] = 0;
  hops[goal] = 0;
  hops[start] = 0;

  return {
    size: goal + 1,
    over: reach.over,
    start,
    goal,
    firstInterface,
    firstConsumer,
    hopsLeft: (vertex) => (hops[vertex] === 0xffffffff ? Number.POSITIVE_INFINITY : hops[vertex]!),
    hubInOf: (vertex) => (vertex >= fields && vertex < hubsIn ? vertex - fields + hubsIn : -1),
    eachStep(vertex, visit) {
      const step = (next: number, cost: 0 | 1) => {
        if (!sources.has(next)) visit(next, cost);
      };
      if (vertex === start) {
        for (const source of sources) visit(source, 0);
      } else if (targets.has(vertex)) visit(goal, 0);
      else if (vertex >= firstInterface) {
        if (to.kind === 'CONSUMER') visit(firstConsumer + numberOf(data, to), 1);
      } else {
        // Out before the fields: of two ways of no hop the plain one is taken.
        if (vertex >= hubsIn) {
          const dataset = vertex - hubsIn;
          step(fields + dataset, 0);
          for (let v = data.fieldStart[dataset]!; v < data.fieldStart[dataset + 1]!; v++) step(v, 0);
        }
        eachArc(data, data.forward, scope, vertex, (arcs, arc) => step(arcs.to[arc]!, 1));
        if (vertex >= fields) return;
        step(fields + data.datasetOf[vertex]!, 0);
        for (let x = firstExposure(data.exposures, vertex); data.exposures.field[x] === vertex; x++) {
          if (exposures.has(x)) step(firstInterface + data.exposures.interface[x]!, 1);
        }
      }
    },
  };

  function ends(data: IndexData, from: VertexRef, to: VertexRef) {
    const membersAt = (ref: VertexRef, hub: number) =>
      membersOf(data, numberOf(data, ref)).filter((v) => v < fields || v === hub + numberOf(data, ref));
    const own = (ref: VertexRef, hub: number): number[] => {
      if (ref.kind === 'DATASET') return membersAt(ref, hub);
      const number = numberOf(data, ref);
      return [
        ref.kind === 'FIELD' ? number : (ref.kind === 'INTERFACE' ? firstInterface : firstConsumer) + number,
      ];
    };
    const sources = new Set(own(from, fields));
    const targets = new Set(own(to, hubsIn));
    // A field and its own dataset: the field is the end that was meant, the dataset means its other fields.
    for (const vertex of [...targets]) {
      if (!sources.has(vertex)) continue;
      (from.kind === 'FIELD' ? targets : sources).delete(vertex);
    }
    return { sources, targets };
  }
}

/** Exposures that lead to an interface or, as far as it may read, to a consumer. */
function exposuresToward(data: IndexData, to: VertexRef, scope: Scope): Set<number> {
  return new Set(to.kind === 'INTERFACE' || to.kind === 'CONSUMER' ? exposuresRead(data, to, scope) : []);
}
