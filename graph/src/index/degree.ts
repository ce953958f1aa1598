import { firstExposure } from './build-access.js';
import { edgeOf, rowOf } from './csr.js';
import {
  type Arcs,
  datasetCount,
  datasetOfVertex,
  type FlowSide,
  fieldCount,
  type IndexData,
} from './data.js';
import type { Scope } from './scope.js';
import { membersOf, numberOf } from './seeds.js';
import type { VertexRef } from './types.js';

/** Visits the arcs of a vertex that count in the scope. */
export function eachArc(
  data: IndexData,
  side: FlowSide,
  scope: Scope,
  vertex: number,
  visit: (arcs: Arcs, arc: number) => void,
): void {
  const { holds } = scope;
  for (const arcs of holds === null || side.past === null ? [side.live] : [side.live, side.past]) {
    const row = rowOf(arcs.rows, vertex);
    if (row < 0) continue;
    for (let arc = arcs.offsets[row]!; arc < arcs.offsets[row + 1]!; arc++) {
      if (holds === null || holds[data.edges.span[edgeOf(arcs, arc)]!] === 1) visit(arcs, arc);
    }
  }
}

/** One number for each vertex that people see: a field, or a dataset for either of its hubs. */
export function seenVertex(data: IndexData, vertex: number): number {
  const fields = fieldCount(data);
  return vertex < fields ? vertex : fields + datasetOfVertex(data, vertex);
}

/**
 * Direct neighbours, each once. A field also has those of its dataset's dataset-level edges, with a dataset as one
 * neighbour, and the interfaces that expose it; a dataset those of all its fields, without its own.
 */
export function degreeOf(
  data: IndexData,
  ref: VertexRef,
  scope: Scope,
): { upstream: number; downstream: number } {
  const number = numberOf(data, ref);
  if (ref.kind === 'CONSUMER') {
    const valid = data.authorizationsOfConsumer[number]!.filter((a) => isValid(data, scope, a));
    return { upstream: new Set(valid.map((a) => data.authorizations[a]!.interface)).size, downstream: 0 };
  }
  if (ref.kind === 'INTERFACE') {
    const { order, starts, field } = data.exposures;
    const exposed = order.subarray(starts[number]!, starts[number + 1]!);
    const valid = data.authorizationsOfInterface[number]!.filter((a) => isValid(data, scope, a));
    return {
      upstream: new Set(Array.from(exposed, (exposure) => field[exposure]!)).size,
      downstream: new Set(valid.map((a) => data.authorizations[a]!.consumer)).size,
    };
  }
  const fields = fieldCount(data);
  const datasets = datasetCount(data);
  const members = ref.kind === 'DATASET' ? membersOf(data, number) : [number];
  const own = new Set(members.map((vertex) => seenVertex(data, vertex)));
  const count = (side: FlowSide, hub: number, seen: Set<number>) => {
    for (const vertex of ref.kind === 'DATASET' ? members : [number, hub]) {
      eachArc(data, side, scope, vertex, (arcs, arc) => {
        const neighbour = seenVertex(data, arcs.to[arc]!);
        if (!own.has(neighbour)) seen.add(neighbour);
      });
    }
    return seen.size;
  };
  const dataset = datasetOfVertex(data, number);
  const interfaces = new Set<number>();
  for (const vertex of members) {
    if (vertex >= fields) continue;
    for (let x = firstExposure(data.exposures, vertex); data.exposures.field[x] === vertex; x++) {
      interfaces.add(fields + datasets + data.exposures.interface[x]!);
    }
  }
  return {
    upstream: count(data.backward, data.backward.gather + dataset, new Set()),
    downstream: count(data.forward, data.forward.gather + dataset, interfaces),
  };
}

const isValid = (data: IndexData, scope: Scope, authorization: number): boolean =>
  scope.authorized(authorization) && data.authorizations[authorization]!.exposures.length > 0;

/** Datasets directly linked with a dataset, field edges folded, itself left out. */
export function datasetDegreeOf(
  data: IndexData,
  id: string,
  scope: Scope,
): { upstream: number; downstream: number } {
  const dataset = numberOf(data, { kind: 'DATASET', id });
  const linked = (side: FlowSide) => {
    const others = new Set<number>();
    for (const vertex of membersOf(data, dataset)) {
      eachArc(data, side, scope, vertex, (arcs, arc) => {
        const other = datasetOfVertex(data, arcs.to[arc]!);
        if (other !== dataset) others.add(other);
      });
    }
    return others.size;
  };
  return { upstream: linked(data.backward), downstream: linked(data.forward) };
}
