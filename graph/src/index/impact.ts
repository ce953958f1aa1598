import { answerFields } from './answer-set.js';
import { fieldId } from './build-catalogue.js';
import type { IndexData } from './data.js';
import { completenessOf } from './digest.js';
import { type Ends, endsDownstream, NO_LEVELS, toFacts } from './endpoints.js';
import { type CountScratch, countReach } from './impact-counts.js';
import { distanceGroups, groupsOf } from './impact-groups.js';
import type { Reach } from './reach.js';
import type { ImpactFacts, ReachedConsumer, ReachedInterface, VertexRef } from './types.js';

/**
 * Everything downstream of a vertex as counts and groups, with the interfaces and consumers by name. What needs
 * distances is worked out when it is read.
 */
export function impactOf(data: IndexData, ref: VertexRef, reach: Reach, scratch: CountScratch): ImpactFacts {
  const counts = countReach(data, reach, scratch);
  // Who is reached needs no distances, how far they are does.
  const members = once(() => endsDownstream(data, ref, reach, () => NO_LEVELS));
  const ends = once(() => endsDownstream(data, ref, reach, reach.all));
  const byDistance = once(() => distanceGroups(data, reach));
  const interfaces = once(() => interfaceFacts(data, ends()));
  const consumers = once(() => consumerFacts(data, ends()));
  return {
    ...groupsOf(data, counts),
    viaBackflow: counts.viaBackflow,
    coarse: counts.coarse,
    get byDistance() {
      return byDistance();
    },
    get interfaces() {
      return interfaces();
    },
    get consumers() {
      return consumers();
    },
    completeness: completenessOf(
      data,
      {
        visitedFields: counts.visitedFields,
        visitedEdges: reach.edges,
        reason: reach.over ? 'DEADLINE' : null,
      },
      () => ({
        fields: answerFields(data, reach),
        interfaces: members().interfaces.keys(),
        consumers: members().consumers.keys(),
      }),
    ),
  };
}

function once<T extends object>(work: () => T): () => T {
  let known: T | undefined;
  return () => {
    known ??= work();
    return known;
  };
}

const nearestFirst = <T extends { distance: number; code: string }>(rows: T[]): T[] =>
  rows.sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));

function interfaceFacts(data: IndexData, ends: Ends): ReachedInterface[] {
  return nearestFirst(
    Array.from(ends.interfaces, ([number, end]) => {
      const exposed = new Set(end.exposures.map(({ exposure }) => data.exposures.field[exposure]!));
      return {
        code: data.interfaces[number]!,
        fields: Array.from(exposed)
          .sort((a, b) => a - b)
          .map((field) => fieldId(data, field)),
        ...toFacts(end.marks),
      };
    }),
  );
}

function consumerFacts(data: IndexData, ends: Ends): ReachedConsumer[] {
  return nearestFirst(
    Array.from(ends.consumers, ([number, end]) => ({
      code: data.consumers[number]!,
      authorizations: [...end.authorizations.keys()]
        .sort((a, b) => a - b)
        .map((authorization) => {
          const facts = data.authorizations[authorization]!;
          return { code: facts.code, interface: data.interfaces[facts.interface]! };
        }),
      ...toFacts(end.marks),
    })),
  );
}
