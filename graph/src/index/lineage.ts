import type { Ring } from '../model/index.js';
import { datasetId, fieldId } from './build-catalogue.js';
import type { IndexData } from './data.js';
import { degreeOf } from './degree.js';
import { completenessOf } from './digest.js';
import { ringNumber } from './edge-code.js';
import { authorizesEdge, exposesEdge, flowEdge } from './edge-facts.js';
import { type GatheredMarks, toFacts } from './endpoints.js';
import { type LineageSide, lineageSide, seenNumbers } from './lineage-side.js';
import type { ReachEngine } from './reach.js';
import type { Scope } from './scope.js';
import { membersOf, numberOf } from './seeds.js';
import type { StopSignal } from './stop.js';
import type { LineageFacts, LineageVertexFacts, VertexRef } from './types.js';

type Question = { direction: 'UPSTREAM' | 'DOWNSTREAM' | 'BOTH'; depth?: number; rings?: readonly Ring[] };
const START_MARKS: GatheredMarks = { ring: 0, distance: 0, viaBackflow: false, coarse: false };

/** Vertices and edges around a start; both totals are counted whatever the direction. */
export function lineageOf(
  engine: ReachEngine,
  ref: VertexRef,
  question: Question,
  scope: Scope,
  stop?: StopSignal,
): LineageFacts {
  const { data } = engine;
  const asked = (question.rings ?? ['CLEARTEXT', 'MASKED', 'INFLUENCED']).map(ringNumber);
  const maxClass = asked.length === 0 ? 0 : Math.max(...asked);
  const depth = question.depth ?? Number.POSITIVE_INFINITY;
  const sideOf = (direction: 'UPSTREAM' | 'DOWNSTREAM') => {
    const shown = question.direction === 'BOTH' || question.direction === direction;
    const reach = engine.reach(ref, { direction, scope, maxClass, stop });
    return { shown, reach, ...lineageSide(data, ref, reach, { depth: shown ? depth : -1, rings: asked }) };
  };
  const up = sideOf('UPSTREAM');
  const down = sideOf('DOWNSTREAM');

  const marks = new Map<number, GatheredMarks>();
  for (const number of startNumbers(data, ref)) marks.set(number, START_MARKS);
  const answer = { up: up.vertices.size, down: down.vertices.size };
  for (const [number, found] of up.vertices) marks.set(number, { ...found, distance: 0 - found.distance });
  for (const [number, found] of down.vertices) {
    const other = marks.get(number);
    if (other === undefined || found.distance <= Math.abs(other.distance)) marks.set(number, found);
  }
  const numbers = [...marks.keys()].sort((a, b) => a - b);
  const vertices = numbers.map((number): LineageVertexFacts => {
    const facts = toFacts(marks.get(number)!);
    const vertex = refOfSeen(data, number);
    const degree = degreeOf(data, vertex, scope);
    return { ref: vertex, ...facts, upstreamCount: degree.upstream, downstreamCount: degree.downstream };
  });
  const starts = startNumbers(data, ref);
  const members = numbers.filter((number) => !starts.has(number));
  const cut = (up.shown && answer.up < up.total) || (down.shown && answer.down < down.total);
  return {
    vertices,
    edges: edgesOf(data, [up, down]),
    upstreamTotal: up.total,
    downstreamTotal: down.total,
    completeness: completenessOf(
      data,
      {
        visitedFields: countFields(data, [...members, ...starts]),
        visitedEdges: (up.shown ? up.reach.edges : 0) + (down.shown ? down.reach.edges : 0),
        reason: up.reach.over || down.reach.over ? 'DEADLINE' : cut ? 'DEPTH' : null,
      },
      () => membersByKind(data, members),
    ),
  };
}

/** What the start looks like in the answer: itself, and for a dataset also its fields. */
function startNumbers(data: IndexData, ref: VertexRef): Set<number> {
  const seen = seenNumbers(data);
  const number = numberOf(data, ref);
  if (ref.kind === 'FIELD') return new Set([number]);
  if (ref.kind === 'INTERFACE') return new Set([seen.interface + number]);
  if (ref.kind === 'CONSUMER') return new Set([seen.consumer + number]);
  const fields = membersOf(data, number).filter((vertex) => vertex < seen.dataset);
  return new Set([...fields, seen.dataset + number]);
}

function refOfSeen(data: IndexData, number: number): VertexRef {
  const seen = seenNumbers(data);
  if (number < seen.dataset) return { kind: 'FIELD', id: fieldId(data, number) };
  if (number < seen.interface) return { kind: 'DATASET', id: datasetId(data, number - seen.dataset) };
  if (number < seen.consumer) return { kind: 'INTERFACE', id: data.interfaces[number - seen.interface]! };
  return { kind: 'CONSUMER', id: data.consumers[number - seen.consumer]! };
}

function edgesOf(data: IndexData, sides: readonly LineageSide[]) {
  const flows = new Map(sides.flatMap((side) => [...side.flows]));
  const exposures = new Set(sides.flatMap((side) => [...side.exposures]));
  const authorizations = new Set(sides.flatMap((side) => [...side.authorizations]));
  const ascending = (a: number, b: number) => a - b;
  return [
    ...[...flows].sort((a, b) => a[0] - b[0]).map(([edge, { from, to }]) => flowEdge(data, edge, from, to)),
    ...[...exposures].sort(ascending).map((exposure) => exposesEdge(data, exposure)),
    ...[...authorizations].sort(ascending).map((authorization) => authorizesEdge(data, authorization)),
  ];
}

const countFields = (data: IndexData, numbers: number[]): number =>
  numbers.filter((number) => number < seenNumbers(data).dataset).length;

function membersByKind(data: IndexData, numbers: number[]) {
  const seen = seenNumbers(data);
  const between = (from: number, to: number) =>
    numbers.filter((number) => number >= from && number < to).map((number) => number - from);
  return {
    fields: between(0, seen.dataset),
    datasets: between(seen.dataset, seen.interface),
    interfaces: between(seen.interface, seen.consumer),
    consumers: between(seen.consumer, Number.POSITIVE_INFINITY),
  };
}
