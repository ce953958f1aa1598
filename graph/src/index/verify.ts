import { answerFields, visitedFields } from './answer-set.js';
import { fieldAt } from './build-catalogue.js';
import { edgeOf, rowOf } from './csr.js';
import { type Arcs, datasetCount, fieldCount, type IndexData, vertexCount } from './data.js';
import { completenessOf } from './digest.js';
import type { Reach } from './reach.js';
import { exposuresRead, membersOf, numberOf } from './seeds.js';
import { isOver } from './stop.js';
import type { CompletenessFacts, ReachDirection, VertexRef } from './types.js';

const VERTICES_BETWEEN_LOOKS = 4096;

/**
 * Proves a set of fields complete: it holds the start, and no allowed edge leaves it. Walks the edges as they are
 * stored, once, with its own rules for hubs, so it shares nothing with the walk that it judges but the arrays. That
 * no field is in the set without cause is told by the count of fields, which the walk gives.
 */
export function verifyComplete(
  data: IndexData,
  ref: VertexRef,
  direction: ReachDirection,
  reach: Reach,
  answer?: Iterable<string>,
): CompletenessFacts {
  const inside = new Uint8Array(fieldCount(data));
  const unknown: string[] = [];
  if (answer === undefined) for (const field of answerFields(data, reach)) inside[field] = 1;
  else {
    for (const id of answer) {
      const field = fieldAt(data, id);
      if (field < 0) unknown.push(id);
      else inside[field] = 1;
    }
  }
  const answered = inside.slice();
  for (const field of startFields(data, ref, direction, reach)) inside[field] = 1;
  const { leak, edges, over } = findLeak(data, direction, reach, inside, ref);
  const found = unknown.length > 0 ? 'UNKNOWN_FIELD' : leak ? 'EDGE_LEAVES' : null;
  const reason = over || reach.over ? 'DEADLINE' : found;
  return completenessOf(
    data,
    { visitedFields: visitedFields(data, reach), visitedEdges: edges, reason },
    () => ({ fields: positionsOf(answered) }),
  );
}

function* positionsOf(set: Uint8Array): Iterable<number> {
  for (let v = 0; v < set.length; v++) if (set[v] === 1) yield v;
}

function startFields(data: IndexData, ref: VertexRef, direction: ReachDirection, reach: Reach): number[] {
  const number = numberOf(data, ref);
  if (ref.kind === 'FIELD') return [number];
  if (ref.kind === 'DATASET') return membersOf(data, number).filter((v) => v < fieldCount(data));
  if (direction === 'DOWNSTREAM') return [];
  return exposuresRead(data, ref, reach.scope).map((exposure) => data.exposures.field[exposure]!);
}

/** Whether an edge leads from a field inside to one that is not, dataset-level edges unfolded to a fixed point. */
function findLeak(
  data: IndexData,
  direction: ReachDirection,
  reach: Reach,
  inside: Uint8Array,
  ref: VertexRef,
) {
  const fields = fieldCount(data);
  const datasets = datasetCount(data);
  const { live, past } = data.forward;
  const down = direction === 'DOWNSTREAM';
  // Datasets out of which the set flows (some field inside) and those without fields that were entered as a whole.
  const touched = new Uint8Array(datasets);
  for (let v = 0; v < fields; v++) if (inside[v] === 1) touched[data.datasetOf[v]!] = 1;
  if (ref.kind === 'DATASET') touched[numberOf(data, ref)] = 1;
  const datasetOf = (vertex: number) => (vertex - fields) % datasets;
  const has = (vertex: number) => (vertex < fields ? inside[vertex] === 1 : touched[datasetOf(vertex)] === 1);
  const whole = (vertex: number) => {
    if (vertex < fields) return inside[vertex] === 1;
    const dataset = datasetOf(vertex);
    if (touched[dataset] === 0) return false;
    for (let v = data.fieldStart[dataset]!; v < data.fieldStart[dataset + 1]!; v++)
      if (inside[v] === 0) return false;
    return true;
  };
  let edges = 0;
  let leak = false;
  let over = false;
  const check = (arcs: Arcs): boolean => {
    let grew = false;
    for (let from = 0; from < vertexCount(data) && !over; from++) {
      if (from % VERTICES_BETWEEN_LOOKS === 0) over = isOver(reach.stop);
      const row = rowOf(arcs.rows, from);
      if (row < 0) continue;
      for (let arc = arcs.offsets[row]!; arc < arcs.offsets[row + 1]!; arc++) {
        const { holds } = reach.scope;
        if (holds !== null && holds[data.edges.span[edgeOf(arcs, arc)]!] === 0) continue;
        const [start, end] = down ? [from, arcs.to[arc]!] : [arcs.to[arc]!, from];
        if (!has(start)) continue;
        edges++;
        if (whole(end)) continue;
        const empty =
          end >= fields && data.fieldStart[datasetOf(end)] === data.fieldStart[datasetOf(end) + 1];
        if (!empty) leak = true;
        else {
          touched[datasetOf(end)] = 1;
          grew = true;
        }
      }
    }
    return grew;
  };
  const scan = () => {
    edges = 0;
    const first = check(live);
    const second = reach.scope.holds !== null && past !== null && check(past);
    return first || second;
  };
  while (scan() && !leak && !over);
  return { leak, edges, over };
}
