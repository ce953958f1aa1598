import { gradeOfRank } from '../model/index.js';
import { NO_BACKFLOW, RING_OF } from './bits.js';
import { datasetAt, layerAt } from './build-catalogue.js';
import type { IndexData } from './data.js';
import { rings } from './edge-code.js';
import { GRADE_RANKS, LAYER_CODES } from './giant-counts.js';
import type { ImpactListFilter } from './types.js';

/** Whether something of `dataset` with this grade (rank), marks and distance passes. */
export type ListTest = (dataset: number, grade: number, marks: number, distance: number) => boolean;

/** The filter over the codes of the data: lists look at each of a million fields. */
export function listTest(data: IndexData, filter: ImpactListFilter): ListTest {
  const codes = <T>(count: number, of: (code: number) => T, allowed: readonly T[] | undefined) =>
    Uint8Array.from({ length: count }, (_, code) =>
      allowed === undefined || allowed.includes(of(code)) ? 1 : 0,
    );
  const ring = codes(rings.length, (code) => rings[code]!, filter.ring);
  const grade = codes(GRADE_RANKS, gradeOfRank, filter.grade);
  const department = codes(data.departments.length, (code) => data.departments[code]!, filter.department);
  const library = codes(data.libraries.length, (code) => data.libraries[code]!, filter.library);
  const layer = codes(LAYER_CODES, layerAt, filter.layer);
  const { departmentOf, libraryOf, layerOf } = data;
  const only = filter.dataset === undefined ? null : datasetAt(data, filter.dataset);
  const { distance: hops = null, viaBackflow = null } = filter;
  return (dataset, rank, marks, distance) =>
    ring[Math.min(RING_OF[marks]!, 2)] === 1 &&
    grade[rank] === 1 &&
    department[departmentOf[dataset]!] === 1 &&
    library[libraryOf[dataset]!] === 1 &&
    layer[layerOf[dataset]!] === 1 &&
    (hops === null || hops === distance) &&
    (only === null || only === dataset) &&
    (viaBackflow === null || viaBackflow === ((marks & NO_BACKFLOW) === 0));
}
