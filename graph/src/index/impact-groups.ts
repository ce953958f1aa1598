import { type DatasetLayer, gradeOfRank } from '../model/index.js';
import { DIRECT, START } from './bits.js';
import { layerAt } from './build-catalogue.js';
import { fieldCount, type IndexData } from './data.js';
import { rings } from './edge-code.js';
import type { GroupCounts } from './giant-counts.js';
import type { Counts } from './impact-counts.js';
import type { Reach } from './reach.js';
import type { ImpactFacts } from './types.js';

type Groups = Pick<
  ImpactFacts,
  'fieldCount' | 'datasetCount' | 'byRing' | 'byGrade' | 'byDepartment' | 'byLayer' | 'byLibrary'
>;

/** Groups with a dataset, largest first, then by name. */
function rowsOf<K extends string | null>({ fields, datasets }: GroupCounts, nameOf: (code: number) => K) {
  const rows: { name: K; fieldCount: number; datasetCount: number }[] = [];
  for (let code = 0; code < datasets.length; code++) {
    if (datasets[code] === 0) continue;
    rows.push({ name: nameOf(code), fieldCount: fields[code]!, datasetCount: datasets[code]! });
  }
  return rows.sort(
    (a, b) => b.fieldCount - a.fieldCount || ((a.name ?? '\uffff') < (b.name ?? '\uffff') ? -1 : 1),
  );
}

/** The counts of an answer as people read them. */
export function groupsOf(data: IndexData, counts: Counts): Groups {
  const byGrade: Groups['byGrade'] = [];
  for (let rank = counts.grade.length - 1; rank >= 0; rank--) {
    const count = counts.grade[rank]!;
    if (count > 0) byGrade.push({ grade: gradeOfRank(rank), fieldCount: count });
  }
  return {
    fieldCount: counts.fields[0]! + counts.fields[1]!,
    datasetCount: counts.datasets[0]! + counts.datasets[1]!,
    byRing: rings.map((ring, r) => ({
      ring,
      fieldCount: counts.fields[r]!,
      datasetCount: counts.datasets[r]!,
    })),
    byGrade,
    byDepartment: rowsOf(counts.department, (code) => data.departments[code]!).map(({ name, ...row }) => ({
      department: name,
      ...row,
    })),
    byLayer: rowsOf(counts.layer, (code): DatasetLayer | null => layerAt(code)).map(({ name, ...row }) => ({
      layer: name,
      ...row,
    })),
    byLibrary: rowsOf(counts.library, (code) => data.libraries[code]!).map(({ name, ...row }) => ({
      library: name,
      ...row,
    })),
  };
}

/** CLEARTEXT or MASKED, and not the start. */
const DERIVED = DIRECT | START;

/** Derived fields by hops from the start. */
export function distanceGroups(data: IndexData, reach: Reach): ImpactFacts['byDistance'] {
  const fields = fieldCount(data);
  const { marks } = reach;
  const { order, levels } = reach.all();
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
