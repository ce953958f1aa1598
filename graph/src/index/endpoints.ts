import { NO_BACKFLOW, NO_COARSE } from './bits.js';
import { datasetCount, fieldCount, type IndexData } from './data.js';
import { CLASS, rings } from './edge-code.js';
import { type Levels, type Reach, ringOfMarks } from './reach.js';
import type { ReachMarks, VertexRef } from './types.js';

/** Marks gathered over several ways to one vertex: the best ring, the fewest hops, only what holds on every way. */
export interface GatheredMarks {
  ring: number;
  distance: number;
  viaBackflow: boolean;
  coarse: boolean;
}

export function gather(into: GatheredMarks | undefined, marks: GatheredMarks): GatheredMarks {
  if (into === undefined) return { ...marks };
  into.ring = Math.min(into.ring, marks.ring);
  into.distance = Math.min(into.distance, marks.distance);
  into.viaBackflow &&= marks.viaBackflow;
  into.coarse &&= marks.coarse;
  return into;
}

export function marksOf(reach: Reach, vertex: number, distance: number): GatheredMarks {
  const marks = reach.marks[vertex]!;
  return {
    ring: ringOfMarks(marks),
    distance,
    viaBackflow: (marks & NO_BACKFLOW) === 0,
    coarse: (marks & NO_COARSE) === 0,
  };
}

/** The same for whom it is the end. */
export const factsOfMarks = (marks: number, distance: number): ReachMarks => ({
  ring: rings[ringOfMarks(marks)]!,
  distance,
  viaBackflow: (marks & NO_BACKFLOW) === 0,
  coarse: (marks & NO_COARSE) === 0,
});

export const toFacts = (marks: GatheredMarks): ReachMarks => ({ ...marks, ring: rings[marks.ring]! });

/** For whoever asks who is reached, not how far. */
export const NO_LEVELS: Levels = { order: new Uint32Array(0), levels: [0] };

/** Visits the vertices of some levels, nearest first; distances count from the start of the question. */
export function eachOfLevels(
  { order, levels }: Levels,
  offset: number,
  visit: (vertex: number, distance: number) => void,
): void {
  for (let level = 0; level + 1 < levels.length; level++) {
    for (let i = levels[level]!; i < levels[level + 1]!; i++) visit(order[i]!, level + offset);
  }
}

export interface InterfaceEnd {
  marks: GatheredMarks;
  exposures: { exposure: number; distance: number }[];
}
export interface ConsumerEnd {
  marks: GatheredMarks;
  /** By authorisation: hops to the consumer over the nearest field that it covers. */
  authorizations: Map<number, number>;
}
export interface Ends {
  interfaces: Map<number, InterfaceEnd>;
  consumers: Map<number, ConsumerEnd>;
}

/** Hops from the start by exposed field, of those that the levels hold. */
export function exposedDistances(data: IndexData, reach: Reach, levels: Levels): Map<number, number> {
  const distances = new Map<number, number>();
  const fields = fieldCount(data);
  if (data.exposures.field.length === 0) return distances;
  eachOfLevels(levels, reach.offset, (vertex, distance) => {
    if (vertex < fields && data.exposures.exposed[vertex] === 1) distances.set(vertex, distance);
  });
  return distances;
}

/**
 * Interfaces that expose the start or something reached, and consumers whose valid authorisations cover one of those
 * fields at that interface. The exposure's own masking counts; a consumer never gets more than it is authorised for.
 * `distances`: hops by exposed field; what is reached but not in it is infinitely far.
 */
export function endsOf(data: IndexData, reach: Reach, distances: ReadonlyMap<number, number>): Ends {
  const ends: Ends = { interfaces: new Map(), consumers: new Map() };
  if (reach.direction === 'UPSTREAM') return ends;
  const { field, interface: interfaceOf, attributes } = data.exposures;
  for (let x = 0; x < field.length; x++) {
    const edgeClass = attributes[x]! & CLASS;
    if (reach.marks[field[x]!] === 0 || edgeClass > reach.maxClass) continue;
    const marks = marksOf(reach, field[x]!, distances.get(field[x]!) ?? Infinity);
    const outside = { ...marks, ring: Math.max(marks.ring, edgeClass) };
    const distance = marks.distance + 1;
    const end = ends.interfaces.get(interfaceOf[x]!);
    const facts = { ...outside, distance };
    if (end === undefined) {
      ends.interfaces.set(interfaceOf[x]!, { marks: facts, exposures: [{ exposure: x, distance }] });
    } else {
      gather(end.marks, facts);
      end.exposures.push({ exposure: x, distance });
    }
    addConsumers(data, reach, ends, x, { ...outside, distance: distance + 1 });
  }
  return ends;
}

function addConsumers(
  data: IndexData,
  reach: Reach,
  ends: Ends,
  exposure: number,
  marks: GatheredMarks,
): void {
  for (let i = data.coverStarts[exposure]!; i < data.coverStarts[exposure + 1]!; i++) {
    const authorization = data.coveredBy[i]!;
    if (!reach.scope.authorized(authorization)) continue;
    const { consumer } = data.authorizations[authorization]!;
    const end = ends.consumers.get(consumer) ?? { marks: { ...marks }, authorizations: new Map() };
    gather(end.marks, marks);
    const nearest = end.authorizations.get(authorization) ?? Infinity;
    end.authorizations.set(authorization, Math.min(nearest, marks.distance));
    ends.consumers.set(consumer, end);
  }
}

/** Consumers that read the interface itself: what it gives out passes to them as it is. */
export function consumersOfInterface(data: IndexData, reach: Reach, of: number): Ends['consumers'] {
  const consumers: Ends['consumers'] = new Map();
  for (const authorization of data.authorizationsOfInterface[of]!) {
    const facts = data.authorizations[authorization]!;
    if (facts.exposures.length === 0 || !reach.scope.authorized(authorization)) continue;
    const marks = { ring: 0, distance: 1, viaBackflow: false, coarse: false };
    const end = consumers.get(facts.consumer) ?? { marks, authorizations: new Map<number, number>() };
    end.authorizations.set(authorization, 1);
    consumers.set(facts.consumer, end);
  }
  return consumers;
}

/** Interfaces and consumers downstream of any kind of start; distances as for {@link endsOf}. */
export function endsDownstream(data: IndexData, ref: VertexRef, reach: Reach, levels: () => Levels): Ends {
  if (ref.kind === 'INTERFACE') {
    const number = data.interfaceIndex.get(ref.id)!;
    return { interfaces: new Map(), consumers: consumersOfInterface(data, reach, number) };
  }
  return endsOf(data, reach, exposedDistances(data, reach, levels()));
}

/** The hub at which a direction enters a dataset. */
export const entryHub = (reach: Reach, dataset: number): number => reach.side.spread + dataset;
export const isEntryHub = (data: IndexData, reach: Reach, vertex: number): boolean =>
  vertex >= reach.side.spread && vertex < reach.side.spread + datasetCount(data);
