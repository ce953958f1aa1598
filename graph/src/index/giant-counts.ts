import { CLEAR, DIRECT, NO_BACKFLOW, NO_COARSE, REACHED } from './bits.js';
import { edgesLeaving } from './csr.js';
import { datasetCount, type FlowSide, type IndexData, vertexCount } from './data.js';

/** Fields and datasets by a code of the dataset. */
export interface GroupCounts {
  fields: Uint32Array;
  datasets: Uint32Array;
}

/** What the giant reaches, counted: by ring bit everything that has the bit, the rest what has DIRECT. */
export interface GiantCounts {
  /** CLEAR, DIRECT, REACHED. */
  fields: Uint32Array;
  datasets: Uint32Array;
  edges: number;
  noBackflow: number;
  noCoarse: number;
  /** By rank. */
  grade: Uint32Array;
  department: GroupCounts;
  library: GroupCounts;
  layer: GroupCounts;
}

/** Ranks 0 (not graded) to 6 (CORE). */
export const GRADE_RANKS = 7;
export const LAYER_CODES = 256;

export const groupCounts = (codes: number): GroupCounts => ({
  fields: new Uint32Array(codes),
  datasets: new Uint32Array(codes),
});

/** Counts one direction of the giant's reach in one pass. */
export function giantCounts(data: IndexData, side: FlowSide, reach: Uint8Array): GiantCounts {
  const { fieldStart, gradeOf, departmentOf, libraryOf, layerOf } = data;
  const counts: GiantCounts = {
    fields: new Uint32Array(3),
    datasets: new Uint32Array(3),
    edges: 0,
    noBackflow: 0,
    noCoarse: 0,
    grade: new Uint32Array(GRADE_RANKS),
    department: groupCounts(data.departments.length),
    library: groupCounts(data.libraries.length),
    layer: groupCounts(LAYER_CODES),
  };
  for (let v = 0; v < vertexCount(data); v++) {
    if ((reach[v]! & REACHED) !== 0) counts.edges += edgesLeaving(side, v);
  }
  for (let d = 0; d < datasetCount(data); d++) {
    let any = fieldStart[d] === fieldStart[d + 1] ? reach[side.spread + d]! : 0;
    let derived = 0;
    for (let v = fieldStart[d]!; v < fieldStart[d + 1]!; v++) {
      const bits = reach[v]!;
      if ((bits & REACHED) === 0) continue;
      any |= bits;
      counts.fields[2]!++;
      if ((bits & CLEAR) !== 0) counts.fields[0]!++;
      if ((bits & DIRECT) === 0) continue;
      counts.fields[1]!++;
      derived++;
      counts.grade[gradeOf[v]!]!++;
      if ((bits & NO_BACKFLOW) !== 0) counts.noBackflow++;
      if ((bits & NO_COARSE) !== 0) counts.noCoarse++;
    }
    if ((any & CLEAR) !== 0) counts.datasets[0]!++;
    if ((any & DIRECT) !== 0) counts.datasets[1]!++;
    if ((any & REACHED) !== 0) counts.datasets[2]!++;
    if ((any & DIRECT) === 0) continue;
    addTo(counts.department, departmentOf[d]!, derived);
    addTo(counts.library, libraryOf[d]!, derived);
    addTo(counts.layer, layerOf[d]!, derived);
  }
  return counts;
}

/** One more dataset of a group, with so many derived fields. */
function addTo(group: GroupCounts, code: number, derived: number): void {
  group.fields[code]! += derived;
  group.datasets[code]!++;
}
