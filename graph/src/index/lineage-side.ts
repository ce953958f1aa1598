import { START } from './bits.js';
import { edgeOf } from './csr.js';
import { datasetCount, datasetOfHub, fieldCount, type IndexData } from './data.js';
import { eachArc } from './degree.js';
import { CLASS } from './edge-code.js';
import {
  type Ends,
  eachOfLevels,
  endsDownstream,
  type GatheredMarks,
  gather,
  isEntryHub,
  marksOf,
} from './endpoints.js';
import { countWholeDatasets, fieldsByRing, isExitHub } from './lineage-totals.js';
import { type Reach, ringOfMarks } from './reach.js';
import { exposuresRead } from './seeds.js';
import type { VertexRef } from './types.js';

/** Numbers of what people see: fields, datasets, interfaces, consumers, one after the other. */
export interface SeenNumbers {
  dataset: number;
  interface: number;
  consumer: number;
}
export function seenNumbers(data: IndexData): SeenNumbers {
  const dataset = fieldCount(data);
  const first = dataset + datasetCount(data);
  return { dataset, interface: first, consumer: first + data.interfaces.length };
}

/** One direction of a lineage: what is shown, what there is in all. */
export interface LineageSide {
  vertices: Map<number, GatheredMarks>;
  /** Edge number → its start and end vertex. */
  flows: Map<number, { from: number; to: number }>;
  exposures: Set<number>;
  authorizations: Set<number>;
  total: number;
}

export interface SideQuestion {
  depth: number;
  rings: readonly number[];
}

/**
 * The vertices of one direction within `depth` hops and in the asked rings, and the edges between them. A dataset is a
 * vertex of its own where an edge ends at it as a whole. The start is left out of `vertices`; its edges are in.
 */
export function lineageSide(
  data: IndexData,
  ref: VertexRef,
  reach: Reach,
  question: SideQuestion,
): LineageSide {
  const seen = seenNumbers(data);
  const side: LineageSide = {
    vertices: new Map(),
    flows: new Map(),
    exposures: new Set(),
    authorizations: new Set(),
    total: 0,
  };
  const put = (number: number, marks: GatheredMarks) => {
    if (!question.rings.includes(marks.ring) || marks.distance > question.depth) return;
    side.vertices.set(number, gather(side.vertices.get(number), marks));
  };
  const { marks: known } = reach;
  const isStart = (vertex: number) => (known[vertex]! & START) !== 0;
  const inRings = (vertex: number) =>
    known[vertex] !== 0 && (isStart(vertex) || question.rings.includes(ringOfMarks(known[vertex]!)));

  const levels = reach.nearest(Math.max(0, question.depth - reach.offset));
  const near = new Map<number, number>();
  eachOfLevels(levels, reach.offset, (vertex, distance) => {
    if (distance <= question.depth && inRings(vertex)) near.set(vertex, distance);
  });
  for (const [vertex, distance] of near) {
    const isPlain = !isStart(vertex);
    if (isPlain && vertex < seen.dataset) put(vertex, marksOf(reach, vertex, distance));
    if (isPlain && isEntryHub(data, reach, vertex)) {
      put(seen.dataset + datasetOfHub(data, vertex), marksOf(reach, vertex, distance));
    }
    eachArc(data, reach.side, reach.scope, vertex, (arcs, arc) => {
      const target = arcs.to[arc]!;
      if ((arcs.flags[arc]! & CLASS) > reach.maxClass || !near.has(target)) return;
      if (isPlain && isExitHub(data, reach, vertex)) {
        put(seen.dataset + datasetOfHub(data, vertex), marksOf(reach, vertex, distance));
      }
      const edge = edgeOf(arcs, arc);
      const down = reach.direction === 'DOWNSTREAM';
      side.flows.set(edge, { from: down ? vertex : target, to: down ? target : vertex });
    });
  }
  const byRing = fieldsByRing(data, reach);
  for (const ring of question.rings) side.total += byRing[ring]!;
  side.total += countWholeDatasets(data, reach, inRings);
  if (reach.direction === 'DOWNSTREAM') {
    const ends = endsDownstream(data, ref, reach, () => levels);
    for (const end of [...ends.interfaces.values(), ...ends.consumers.values()]) {
      if (question.rings.includes(end.marks.ring)) side.total++;
    }
    putEnds(data, ends, question, put, side);
  } else if (ref.kind === 'CONSUMER' || ref.kind === 'INTERFACE') {
    side.total += putReading(data, ref, reach, question, put, side);
  }
  return side;
}

type Put = (number: number, marks: GatheredMarks) => void;

function putEnds(data: IndexData, ends: Ends, question: SideQuestion, put: Put, side: LineageSide): void {
  const seen = seenNumbers(data);
  for (const [number, end] of ends.interfaces) {
    put(seen.interface + number, end.marks);
    if (!side.vertices.has(seen.interface + number)) continue;
    for (const { exposure, distance } of end.exposures) {
      const shown = side.vertices.has(data.exposures.field[exposure]!) || distance === 1;
      if (distance <= question.depth && shown) side.exposures.add(exposure);
    }
  }
  for (const [number, end] of ends.consumers) {
    put(seen.consumer + number, end.marks);
    if (!side.vertices.has(seen.consumer + number)) continue;
    for (const [authorization, distance] of end.authorizations) {
      const through = seen.interface + data.authorizations[authorization]!.interface;
      const shown = side.vertices.has(through) || distance === 1;
      if (distance <= question.depth && shown) side.authorizations.add(authorization);
    }
  }
}

/** Upstream of an interface or consumer: the way by which it reads. Returns how many interfaces are on it. */
function putReading(
  data: IndexData,
  ref: VertexRef,
  reach: Reach,
  question: SideQuestion,
  put: Put,
  side: LineageSide,
): number {
  const seen = seenNumbers(data);
  const read = new Set<number>();
  if (ref.kind === 'CONSUMER') {
    for (const authorization of data.authorizationsOfConsumer[data.consumerIndex.get(ref.id)!]!) {
      const facts = data.authorizations[authorization]!;
      if (facts.exposures.length === 0 || !reach.scope.authorized(authorization)) continue;
      if (question.rings.includes(0)) read.add(facts.interface);
      put(seen.interface + facts.interface, { ring: 0, distance: 1, viaBackflow: false, coarse: false });
      if (side.vertices.has(seen.interface + facts.interface)) side.authorizations.add(authorization);
    }
  }
  for (const exposure of exposuresRead(data, ref, reach.scope)) {
    const throughInterface = seen.interface + data.exposures.interface[exposure]!;
    const interfaceShown = ref.kind === 'INTERFACE' || side.vertices.has(throughInterface);
    if ((data.exposures.attributes[exposure]! & CLASS) > reach.maxClass || reach.offset > question.depth)
      continue;
    if (interfaceShown && side.vertices.has(data.exposures.field[exposure]!)) side.exposures.add(exposure);
  }
  return read.size;
}
