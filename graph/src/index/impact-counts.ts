import { CLEAR, DIRECT, NO_BACKFLOW, NO_COARSE, REACHED, RING_OF, START } from './bits.js';
import { datasetCount, fieldCount, type IndexData } from './data.js';
import { type GiantCounts, GRADE_RANKS, type GroupCounts, groupCounts, LAYER_CODES } from './giant-counts.js';
import type { Reach } from './reach.js';

/** An answer counted: by ring all of it, by the rest what is derived; the start left out. */
export interface Counts {
  /** By ring. */
  fields: number[];
  datasets: number[];
  /** Reached fields, the start's included. */
  visitedFields: number;
  viaBackflow: number;
  coarse: number;
  grade: Uint32Array;
  department: GroupCounts;
  library: GroupCounts;
  layer: GroupCounts;
}

/** Fields of one dataset by ring, before and after; kept between questions, all 0. */
export interface CountScratch {
  /** Index `dataset * 3 + ring`. */
  before: Uint32Array;
  after: Uint32Array;
  touched: Uint32Array;
  isTouched: Uint8Array;
}
export function createCountScratch(data: IndexData): CountScratch {
  const datasets = datasetCount(data);
  return {
    before: new Uint32Array(datasets * 3),
    after: new Uint32Array(datasets * 3),
    touched: new Uint32Array(datasets),
    isTouched: new Uint8Array(datasets),
  };
}

/**
 * Counts a reach: what the giant spread is known, so only the vertices that were looked at are counted, each as the
 * difference that it makes; where nothing was spread that is all of them.
 */
export function countReach(data: IndexData, reach: Reach, scratch: CountScratch): Counts {
  const { absorbed, giant } = reach;
  const counts = known(data, giant?.counts ?? null, absorbed);
  const { datasetOf, fieldStart, gradeOf } = data;
  const { before, after, touched, isTouched } = scratch;
  const fields = fieldCount(data);
  const datasets = datasetCount(data);
  const { spread } = reach.side;
  const spreadBits = giant?.reach ?? null;
  let touches = 0;
  const touch = (dataset: number) => {
    if (isTouched[dataset] === 1) return;
    isTouched[dataset] = 1;
    touched[touches++] = dataset;
    if (spreadBits === null || absorbed === 0) return;
    for (let v = fieldStart[dataset]!; v < fieldStart[dataset + 1]!; v++) {
      const ring = RING_OF[spreadBits[v]! & absorbed]!;
      if (ring === 3) continue;
      before[dataset * 3 + ring]!++;
      after[dataset * 3 + ring]!++;
    }
  };

  // Few: as they were found. Many: by number, since memory is read faster in one direction.
  const few = absorbed !== 0;
  const vertices = few ? reach.visited : reach.ascending;
  const marks = few ? null : reach.marks;
  for (let i = 0; i < vertices.length; i++) {
    const vertex = vertices[i]!;
    const now = marks === null ? reach.markOf(i) : marks[vertex]!;
    const was = spreadBits === null ? 0 : spreadBits[vertex]! & absorbed;
    const isNew = (now & REACHED) !== 0 && (was & REACHED) === 0;
    const ring = (now & START) !== 0 ? 3 : RING_OF[now]!;
    const ringBefore = RING_OF[was]!;
    if (vertex >= fields) {
      const dataset = vertex - spread;
      if (dataset < 0 || dataset >= datasets || fieldStart[dataset] !== fieldStart[dataset + 1]) continue;
      countDataset(data, counts, dataset, ringBefore, -1);
      countDataset(data, counts, dataset, ring, 1);
      continue;
    }
    if (isNew) counts.visitedFields++;
    if (ringBefore === ring && (now & ~was & (NO_BACKFLOW | NO_COARSE)) === 0) continue;
    const dataset = datasetOf[vertex]!;
    touch(dataset);
    if (ringBefore < 3) {
      counts.fields[ringBefore]!--;
      after[dataset * 3 + ringBefore]!--;
    }
    if (ring < 3) {
      counts.fields[ring]!++;
      after[dataset * 3 + ring]!++;
    }
    const grade = gradeOf[vertex]!;
    if (ringBefore < 2) {
      counts.grade[grade]!--;
      if ((was & NO_BACKFLOW) === 0) counts.viaBackflow--;
      if ((was & NO_COARSE) === 0) counts.coarse--;
    }
    if (ring < 2) {
      counts.grade[grade]!++;
      if ((now & NO_BACKFLOW) === 0) counts.viaBackflow++;
      if ((now & NO_COARSE) === 0) counts.coarse++;
    }
  }
  for (let i = 0; i < touches; i++) {
    const dataset = touched[i]!;
    const first = dataset * 3;
    isTouched[dataset] = 0;
    const [ringBefore, ring] = [bestRing(before, first), bestRing(after, first)];
    const gained = after[first]! + after[first + 1]! - before[first]! - before[first + 1]!;
    before.fill(0, first, first + 3);
    after.fill(0, first, first + 3);
    addFields(data, counts, dataset, gained);
    countDataset(data, counts, dataset, ringBefore, -1);
    countDataset(data, counts, dataset, ring, 1);
  }
  return counts;
}

const bestRing = (counts: Uint32Array, first: number): number => {
  for (let ring = 0; ring < 3; ring++) if (counts[first + ring]! > 0) return ring;
  return 3;
};

function addFields(data: IndexData, counts: Counts, dataset: number, gained: number): void {
  counts.department.fields[data.departmentOf[dataset]!]! += gained;
  counts.library.fields[data.libraryOf[dataset]!]! += gained;
  counts.layer.fields[data.layerOf[dataset]!]! += gained;
}

function countDataset(data: IndexData, counts: Counts, dataset: number, ring: number, by: 1 | -1): void {
  if (ring === 3) return;
  counts.datasets[ring]! += by;
  if (ring === 2) return;
  counts.department.datasets[data.departmentOf[dataset]!]! += by;
  counts.library.datasets[data.libraryOf[dataset]!]! += by;
  counts.layer.datasets[data.layerOf[dataset]!]! += by;
}

/** Counts of what the giant spread. */
function known(data: IndexData, giant: GiantCounts | null, absorbed: number): Counts {
  const has = (bit: number) => giant !== null && (absorbed & bit) !== 0;
  // Rings are nested: what has a bit, without what has a stronger one.
  const byRing = (all: Uint32Array | undefined) => {
    const nested = [CLEAR, DIRECT, REACHED].map((bit, ring) => (has(bit) ? all![ring]! : 0));
    return nested.map((count, ring) => count - (ring === 0 ? 0 : nested[ring - 1]!));
  };
  const derived = giant !== null && has(DIRECT) ? giant : null;
  const group = (counts: GroupCounts | undefined, codes: number): GroupCounts =>
    counts === undefined
      ? groupCounts(codes)
      : { fields: counts.fields.slice(), datasets: counts.datasets.slice() };
  return {
    fields: byRing(giant?.fields),
    datasets: byRing(giant?.datasets),
    visitedFields: has(REACHED) ? giant!.fields[2]! : 0,
    viaBackflow: derived === null ? 0 : derived.fields[1]! - (has(NO_BACKFLOW) ? derived.noBackflow : 0),
    coarse: derived === null ? 0 : derived.fields[1]! - (has(NO_COARSE) ? derived.noCoarse : 0),
    grade: derived === null ? new Uint32Array(GRADE_RANKS) : derived.grade.slice(),
    department: group(derived?.department, data.departments.length),
    library: group(derived?.library, data.libraries.length),
    layer: group(derived?.layer, LAYER_CODES),
  };
}
