import { ALL_BITS, CLEAR, START } from './bits.js';
import { datasetAt, fieldAt } from './build-catalogue.js';
import { datasetCount, fieldCount, type IndexData } from './data.js';
import { CLASS } from './edge-code.js';
import type { Scope } from './scope.js';
import type { ReachDirection, VertexRef } from './types.js';
import type { Seed } from './walk.js';

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

/** Where the walk of a question begins. */
export function seedsOf(
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
