import { RING_OF, START } from './bits.js';
import { datasetId, fieldId } from './build-catalogue.js';
import { datasetCount, fieldCount, type IndexData, vertexCount } from './data.js';
import { completenessOf } from './digest.js';
import { rings } from './edge-code.js';
import { endsDownstream, entryHub, NO_LEVELS } from './endpoints.js';
import type { Reach } from './reach.js';
import type { DiffField, DiffList, DiffSide, RingCount, VertexRef } from './types.js';

/** What is within the question at one of the two times. */
export interface Cone {
  reach: Reach;
  /** Ring by vertex: 0 to 2; 3 = not within, or the start. */
  ringOf: Uint8Array;
  /** Whether edges that leave a vertex are within. */
  leaves(vertex: number): boolean;
  interfaces: string[];
  consumers: string[];
}

const RING_WITHOUT_START = RING_OF.map((ring, marks) => ((marks & START) !== 0 ? 3 : ring));
const WITHIN = 1;
const BEFORE_LAST = 2;

/** The cone of a reach: all of it, or what lies within `depth` hops. */
export function coneOf(data: IndexData, ref: VertexRef, reach: Reach, depth: number): Cone {
  const { marks } = reach;
  let near: Uint8Array | null = null;
  const levels = depth === Infinity ? null : reach.nearest(Math.max(0, depth - reach.offset));
  if (levels !== null) {
    near = new Uint8Array(vertexCount(data));
    for (let level = 0; level + 1 < levels.levels.length && level + reach.offset <= depth; level++) {
      const is = level + reach.offset < depth ? BEFORE_LAST : WITHIN;
      for (let i = levels.levels[level]!; i < levels.levels[level + 1]!; i++) near[levels.order[i]!] = is;
    }
  }
  const ends =
    reach.direction === 'DOWNSTREAM'
      ? endsDownstream(data, ref, reach, () => levels ?? NO_LEVELS)
      : { interfaces: new Map<number, never>(), consumers: new Map<number, never>() };
  const within = (found: Map<number, { marks: { distance: number } }>, codes: string[]) =>
    [...found].flatMap(([number, end]) => (end.marks.distance <= depth ? [codes[number]!] : [])).sort();
  return {
    reach,
    ringOf: ringsOf(marks, near),
    leaves: (vertex) => (near === null ? marks[vertex] !== 0 : near[vertex] === BEFORE_LAST),
    interfaces: within(ends.interfaces, data.interfaces),
    consumers: within(ends.consumers, data.consumers),
  };
}

/** A plain loop: `map` with a function of its own takes ten times as long for a million vertices. */
function ringsOf(marks: Uint8Array, near: Uint8Array | null): Uint8Array {
  const ringOf = new Uint8Array(marks.length);
  for (let v = 0; v < marks.length; v++) ringOf[v] = RING_WITHOUT_START[marks[v]!]!;
  if (near !== null) for (let v = 0; v < marks.length; v++) if (near[v] === 0) ringOf[v] = 3;
  return ringOf;
}

/** A page of a list; the whole list when none is asked for. */
export function pageOf<T, R>(
  all: { readonly length: number; at(index: number): T | undefined },
  page: { offset: number; limit: number } | undefined,
  row: (one: T) => R,
): DiffList<R> {
  const { offset, limit } = page ?? { offset: 0, limit: all.length };
  const length = Math.max(0, Math.min(limit, all.length - offset));
  return { rows: Array.from({ length }, (_, i) => row(all.at(offset + i)!)), total: all.length };
}

/** What became of the fields, interfaces and consumers of one direction; says so when its edges were not all seen. */
export function diffSide(
  data: IndexData,
  before: Cone,
  after: Cone,
  page: { offset: number; limit: number } | undefined,
  areEdgesWhole: boolean,
): DiffSide {
  const gained: number[] = [];
  const lost: number[] = [];
  const moved: number[] = [];
  const [ringBefore, ringAfter] = [before.ringOf, after.ringOf];
  for (let field = 0; field < fieldCount(data); field++) {
    const was = ringBefore[field]!;
    const is = ringAfter[field]!;
    if (was === is) continue;
    (was === 3 ? gained : is === 3 ? lost : moved).push(field);
  }
  const row = (field: number): DiffField => ({
    id: fieldId(data, field),
    dataset: datasetId(data, data.datasetOf[field]!),
    before: rings[ringBefore[field]!] ?? null,
    after: rings[ringAfter[field]!] ?? null,
  });
  const without = (codes: string[], others: string[]) => codes.filter((code) => !others.includes(code));
  const changed = (key: 'interfaces' | 'consumers') => ({
    gained: without(after[key], before[key]),
    lost: without(before[key], after[key]),
  });
  return {
    before: stateOf(data, before, areEdgesWhole),
    after: stateOf(data, after, areEdgesWhole),
    gained: pageOf(gained, page, row),
    lost: pageOf(lost, page, row),
    moved: pageOf(moved, page, row),
    interfaces: changed('interfaces'),
    consumers: changed('consumers'),
  };
}

function stateOf(data: IndexData, cone: Cone, areEdgesWhole: boolean): DiffSide['before'] {
  const { reach, ringOf } = cone;
  const { marks } = reach;
  const fields = [0, 0, 0, 0];
  const datasets = [0, 0, 0, 0];
  let visited = 0;
  let reached = 0;
  for (let d = 0; d < datasetCount(data); d++) {
    const [first, end] = [data.fieldStart[d]!, data.fieldStart[d + 1]!];
    let best = first === end ? ringOf[entryHub(reach, d)]! : 3;
    for (let field = first; field < end; field++) {
      if (marks[field] === 0) continue;
      visited++;
      if ((marks[field]! & START) === 0) reached++;
      const ring = ringOf[field]!;
      fields[ring]!++;
      if (ring < best) best = ring;
    }
    datasets[best]!++;
  }
  const within = fields[0]! + fields[1]! + fields[2]!;
  const byRing = rings.map(
    (ring, r): RingCount => ({ ring, fieldCount: fields[r]!, datasetCount: datasets[r]! }),
  );
  const completeness = completenessOf(
    data,
    {
      visitedFields: visited,
      visitedEdges: reach.edges,
      reason: reach.over || !areEdgesWhole ? 'DEADLINE' : within < reached ? 'DEPTH' : null,
    },
    () => ({
      fields: fieldsWithin(data, cone),
      interfaces: cone.interfaces.map((code) => data.interfaceIndex.get(code)!),
      consumers: cone.consumers.map((code) => data.consumerIndex.get(code)!),
    }),
  );
  return { byRing, completeness };
}

function* fieldsWithin(data: IndexData, { ringOf }: Cone): Iterable<number> {
  for (let field = 0; field < fieldCount(data); field++) if (ringOf[field]! < 3) yield field;
}
