import { type DatasetLayer, gradeOfRank } from '../model/index.js';
import { reachedDatasets } from './answer-set.js';
import { layerAt } from './build-catalogue.js';
import { datasetCount, fieldCount, type IndexData } from './data.js';
import { rings } from './edge-code.js';
import type { Reach } from './reach.js';
import type { ImpactFacts } from './types.js';
import { DIRECT, NO_BACKFLOW, NO_COARSE, START } from './walk.js';

type DatasetGroups = Pick<ImpactFacts, 'datasetCount' | 'byRing' | 'byDepartment' | 'byLayer' | 'byLibrary'>;
type FieldGroups = Pick<ImpactFacts, 'byGrade' | 'viaBackflow' | 'coarse'>;

/** Derived fields and datasets by a code of the dataset; arrays, since an answer holds ten thousands of datasets. */
function counters(codes: number) {
  const fields = new Uint32Array(codes);
  const datasets = new Uint32Array(codes);
  return {
    add(code: number, derived: number): void {
      fields[code]! += derived;
      datasets[code]!++;
    },
    /** Groups with a dataset, largest first, then by name. */
    rows<K extends string | null>(nameOf: (code: number) => K) {
      return Array.from(fields, (fieldCount, code) => ({
        name: nameOf(code),
        fieldCount,
        datasetCount: datasets[code]!,
      }))
        .filter((group) => group.datasetCount > 0)
        .sort(
          (a, b) => b.fieldCount - a.fieldCount || ((a.name ?? '\uffff') < (b.name ?? '\uffff') ? -1 : 1),
        );
    },
  };
}

/** Counts over the reached datasets: by ring all of them, by the rest those that are derived. */
export function datasetGroups(data: IndexData, reach: Reach): DatasetGroups {
  const reached = reachedDatasets(data, reach);
  const { departmentOf, layerOf, libraryOf } = data;
  const department = counters(data.departments.length);
  const library = counters(data.libraries.length);
  const layer = counters(256);
  const fields = [0, 0, 0];
  const datasets = [0, 0, 0, 0];
  for (let d = 0; d < datasetCount(data); d++) {
    const ring = reached.ring[d]!;
    if (ring === 3) continue;
    datasets[ring]!++;
    const [clear, masked] = [reached.fields[d * 3]!, reached.fields[d * 3 + 1]!];
    fields[0]! += clear;
    fields[1]! += masked;
    fields[2]! += reached.fields[d * 3 + 2]!;
    if (ring === 2) continue;
    department.add(departmentOf[d]!, clear + masked);
    layer.add(layerOf[d]!, clear + masked);
    library.add(libraryOf[d]!, clear + masked);
  }
  return {
    datasetCount: datasets[0]! + datasets[1]!,
    byRing: rings.map((ring, r) => ({ ring, fieldCount: fields[r]!, datasetCount: datasets[r]! })),
    byDepartment: department
      .rows((code) => data.departments[code]!)
      .map(({ name, ...counts }) => ({ department: name, ...counts })),
    byLayer: layer
      .rows((code): DatasetLayer | null => layerAt(code))
      .map(({ name, ...counts }) => ({ layer: name, ...counts })),
    byLibrary: library
      .rows((code) => data.libraries[code]!)
      .map(({ name, ...counts }) => ({ library: name, ...counts })),
  };
}

/** CLEARTEXT or MASKED, and not the start. */
const DERIVED = DIRECT | START;

/** Derived fields by grade, and how many carry each of the two marks. */
export function fieldGroups(data: IndexData, reach: Reach): FieldGroups {
  const fields = fieldCount(data);
  const { ascending, marks } = reach;
  const { gradeOf } = data;
  const tally = new Uint32Array(7 * 256);
  for (let i = 0; i < ascending.length; i++) {
    const vertex = ascending[i]!;
    if (vertex < fields) tally[gradeOf[vertex]! * 256 + marks[vertex]!]!++;
  }
  const byGrade: FieldGroups['byGrade'] = [];
  let viaBackflow = 0;
  let coarse = 0;
  for (let rank = 6; rank >= 0; rank--) {
    let ofGrade = 0;
    for (let known = 0; known < 256; known++) {
      const count = tally[rank * 256 + known]!;
      if ((known & DERIVED) !== DIRECT) continue;
      ofGrade += count;
      if ((known & NO_BACKFLOW) === 0) viaBackflow += count;
      if ((known & NO_COARSE) === 0) coarse += count;
    }
    if (ofGrade > 0) byGrade.push({ grade: gradeOfRank(rank), fieldCount: ofGrade });
  }
  return { byGrade, viaBackflow, coarse };
}

/** Derived fields by hops from the start. */
export function distanceGroups(data: IndexData, reach: Reach): ImpactFacts['byDistance'] {
  const fields = fieldCount(data);
  const { order, marks, levels } = reach;
  const byDistance: ImpactFacts['byDistance'] = [];
  for (let level = 0; level + 1 < levels.length; level++) {
    let atLevel = 0;
    const end = levels[level + 1]!;
    for (let i = levels[level]!; i < end; i++) {
      const vertex = order[i]!;
      if (vertex < fields && (marks[vertex]! & DERIVED) === DIRECT) atLevel++;
    }
    if (atLevel > 0) byDistance.push({ distance: level + reach.offset, fieldCount: atLevel });
  }
  return byDistance;
}
