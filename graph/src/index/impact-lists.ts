import { gradeOfRank } from '../model/index.js';
import { datasetMarks, isAnswerField, reachedDatasets } from './answer-set.js';
import { datasetAt, datasetId, fieldId, layerAt } from './build-catalogue.js';
import type { IndexData } from './data.js';
import { rings } from './edge-code.js';
import { eachReached, type GatheredMarks, marksOf, toFacts } from './endpoints.js';
import type { Reach } from './reach.js';
import type { ImpactListFilter, ReachedDataset, ReachedField } from './types.js';

type Page = { filter?: ImpactListFilter; offset: number; limit: number };

/** Whether a vertex of `dataset` with these marks and this grade rank passes. */
function passes(
  data: IndexData,
  filter: ImpactListFilter,
  dataset: number,
  grade: number,
  marks: GatheredMarks,
): boolean {
  const within = <T>(allowed: readonly T[] | undefined, value: () => T) =>
    allowed === undefined || allowed.includes(value());
  return (
    within(filter.ring, () => rings[marks.ring]!) &&
    within(filter.grade, () => gradeOfRank(grade)) &&
    within(filter.department, () => data.departments[data.departmentOf[dataset]!]!) &&
    within(filter.library, () => data.libraries[data.libraryOf[dataset]!]!) &&
    within(filter.layer, () => layerAt(data.layerOf[dataset]!)) &&
    (filter.distance === undefined || filter.distance === marks.distance) &&
    (filter.dataset === undefined || datasetAt(data, filter.dataset) === dataset) &&
    (filter.viaBackflow === undefined || filter.viaBackflow === marks.viaBackflow)
  );
}

/** Reached fields that pass the filter: by distance, dataset id, field id. */
export function impactedFields(
  data: IndexData,
  reach: Reach,
  page: Page,
): { rows: ReachedField[]; total: number } {
  const rows: ReachedField[] = [];
  let total = 0;
  let level: number[] = [];
  let levelDistance = 0;
  const end = page.offset + page.limit;
  const flush = () => {
    if (total < end && total + level.length > page.offset) {
      level.sort((a, b) => a - b);
      const from = Math.max(0, page.offset - total);
      for (const vertex of level.slice(from, end - total)) {
        const dataset = datasetId(data, data.datasetOf[vertex]!);
        rows.push({ id: fieldId(data, vertex), dataset, ...toFacts(marksOf(reach, vertex, levelDistance)) });
      }
    }
    total += level.length;
    level = [];
  };
  eachReached(reach, (vertex, distance) => {
    if (distance !== levelDistance) flush();
    levelDistance = distance;
    if (!isAnswerField(data, reach, vertex)) return;
    const marks = marksOf(reach, vertex, distance);
    const filter = page.filter;
    if (filter === undefined || passes(data, filter, data.datasetOf[vertex]!, data.gradeOf[vertex]!, marks)) {
      level.push(vertex);
    }
  });
  flush();
  return { rows, total };
}

/** Reached datasets that pass the filter, by distance, then id; a dataset counts as its best field does. */
export function impactedDatasets(
  data: IndexData,
  reach: Reach,
  page: Page,
): { rows: ReachedDataset[]; total: number } {
  const filter = page.filter ?? {};
  const counts = reachedDatasets(data, reach).fields;
  const counted = [0, 1, 2].filter((ring) => filter.ring === undefined || filter.ring.includes(rings[ring]!));
  const found = [...datasetMarks(data, reach, eachReached)].filter(([dataset, marks]) =>
    passes(data, filter, dataset, data.datasetGrade[dataset]!, marks),
  );
  found.sort((a, b) => a[1].distance - b[1].distance || a[0] - b[0]);
  const rows = found.slice(page.offset, page.offset + page.limit).map(([dataset, marks]) => ({
    id: datasetId(data, dataset),
    fieldCount: counted.reduce((sum, ring) => sum + counts[dataset * 3 + ring]!, 0),
    ...toFacts(marks),
  }));
  return { rows, total: found.length };
}
