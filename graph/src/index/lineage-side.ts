import { START } from './bits.js';
import { datasetCount, datasetOfHub, fieldCount, type IndexData } from './data.js';
import { eachArc } from './degree.js';
import { CLASS } from './edge-code.js';
import {
  type Ends,
  eachReached,
  endsDownstream,
  type GatheredMarks,
  gather,
  isEntryHub,
  marksOf,
} from './endpoints.js';
import type { Reach } from './reach.js';
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
  const all = new Set<number>();
  const put = (number: number, marks: GatheredMarks) => {
    if (!question.rings.includes(marks.ring)) return;
    all.add(number);
    if (marks.distance > question.depth) return;
    side.vertices.set(number, gather(side.vertices.get(number), marks));
  };
  const inRings = (vertex: number) => {
    const marks = reach.marks[vertex]!;
    if (marks === 0) return false;
    return (marks & START) !== 0 || question.rings.includes(marksOf(reach, vertex, 0).ring);
  };
  const isStart = (vertex: number) => (reach.marks[vertex]! & START) !== 0;

  const near = new Set<number>();
  eachReached(reach, (vertex, distance) => {
    if (!inRings(vertex)) return;
    if (distance <= question.depth) near.add(vertex);
    if (isStart(vertex)) return;
    const marks = marksOf(reach, vertex, distance);
    if (vertex < seen.dataset) put(vertex, marks);
    else if (isEntryHub(data, reach, vertex)) put(seen.dataset + datasetOfHub(data, vertex), marks);
  });
  eachReached(reach, (vertex, distance) => {
    if (!inRings(vertex)) return;
    eachArc(data, reach.side, reach.scope, vertex, (arcs, arc) => {
      const target = arcs.to[arc]!;
      if ((arcs.flags[arc]! & CLASS) > reach.maxClass || !inRings(target)) return;
      const leaves = vertex >= seen.dataset && !isStart(vertex);
      if (leaves && !isEntryHub(data, reach, vertex)) {
        const number = seen.dataset + datasetOfHub(data, vertex);
        all.add(number);
        if (near.has(vertex) && near.has(target)) put(number, marksOf(reach, vertex, distance));
      }
      if (!near.has(vertex) || !near.has(target)) return;
      const edge = arcs.edge === null ? arcs.firstEdge + arc : arcs.edge[arc]!;
      const down = reach.direction === 'DOWNSTREAM';
      side.flows.set(edge, { from: down ? vertex : target, to: down ? target : vertex });
    });
  });
  if (reach.direction === 'DOWNSTREAM') {
    putEnds(data, endsDownstream(data, ref, reach), question, put, side);
  } else if (ref.kind === 'CONSUMER' || ref.kind === 'INTERFACE') {
    putReading(data, ref, reach, question, put, side);
  }
  side.total = all.size;
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

/** Upstream of an interface or consumer: the way by which it reads. */
function putReading(
  data: IndexData,
  ref: VertexRef,
  reach: Reach,
  question: SideQuestion,
  put: Put,
  side: LineageSide,
): void {
  const seen = seenNumbers(data);
  if (ref.kind === 'CONSUMER') {
    for (const authorization of data.authorizationsOfConsumer[data.consumerIndex.get(ref.id)!]!) {
      const facts = data.authorizations[authorization]!;
      if (facts.exposures.length === 0 || !reach.scope.authorized(authorization)) continue;
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
}
