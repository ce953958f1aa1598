import { RING_OF, START } from './bits.js';
import { datasetId, fieldId } from './build-catalogue.js';
import { datasetCount, fieldCount, type IndexData } from './data.js';
import { rings } from './edge-code.js';
import { factsOfMarks, isEntryHub } from './endpoints.js';
import { listTest } from './list-filter.js';
import type { Reach } from './reach.js';
import type { ImpactListFilter, ReachedDataset, ReachedField } from './types.js';

type Page = { filter?: ImpactListFilter; offset: number; limit: number };

/** Reached fields that pass the filter: by distance, dataset id, field id. */
export function impactedFields(
  data: IndexData,
  reach: Reach,
  page: Page,
): { rows: ReachedField[]; total: number } {
  const { order, levels } = reach.all();
  const { marks, offset } = reach;
  const { datasetOf, gradeOf } = data;
  const fields = fieldCount(data);
  const passes = listTest(data, page.filter ?? {});
  const rows: ReachedField[] = [];
  const end = page.offset + page.limit;
  let total = 0;
  for (let level = 0; level + 1 < levels.length; level++) {
    const found = new Uint32Array(levels[level + 1]! - levels[level]!);
    let count = 0;
    for (let i = levels[level]!; i < levels[level + 1]!; i++) {
      const vertex = order[i]!;
      if (vertex >= fields || (marks[vertex]! & START) !== 0) continue;
      if (passes(datasetOf[vertex]!, gradeOf[vertex]!, marks[vertex]!, level + offset)) {
        found[count++] = vertex;
      }
    }
    // Only the levels of which something is shown are put in order.
    if (total < end && total + count > page.offset) {
      const sorted = found.subarray(0, count).sort();
      for (const vertex of sorted.subarray(Math.max(0, page.offset - total), end - total)) {
        const dataset = datasetId(data, datasetOf[vertex]!);
        rows.push({ id: fieldId(data, vertex), dataset, ...factsOfMarks(marks[vertex]!, level + offset) });
      }
    }
    total += count;
  }
  return { rows, total };
}

/** Reached datasets that pass the filter, by distance, then id; a dataset counts as its best field does. */
export function impactedDatasets(
  data: IndexData,
  reach: Reach,
  page: Page,
): { rows: ReachedDataset[]; total: number } {
  const filter = page.filter ?? {};
  const passes = listTest(data, filter);
  const { marks, hops, counts, found } = datasetsOf(data, reach);
  const counted = [0, 1, 2].filter((ring) => filter.ring === undefined || filter.ring.includes(rings[ring]!));
  // One number each, so that a hundred thousand are sorted fast: distance before position.
  const keys = new Float64Array(found.length);
  let total = 0;
  for (const dataset of found) {
    const distance = hops[dataset]! + reach.offset;
    if (passes(dataset, data.datasetGrade[dataset]!, marks[dataset]!, distance)) {
      keys[total++] = distance * 0x1_0000_0000 + dataset;
    }
  }
  const shown = keys
    .subarray(0, total)
    .sort()
    .subarray(page.offset, page.offset + page.limit);
  const rows = Array.from(shown, (key): ReachedDataset => {
    const dataset = key % 0x1_0000_0000;
    return {
      id: datasetId(data, dataset),
      fieldCount: counted.reduce((sum, ring) => sum + counts[dataset * 3 + ring]!, 0),
      ...factsOfMarks(marks[dataset]!, hops[dataset]! + reach.offset),
    };
  });
  return { rows, total };
}

/** Reached datasets, with all marks of their fields together, the level of the nearest, and fields by ring. */
function datasetsOf(data: IndexData, reach: Reach) {
  const { order, levels } = reach.all();
  const fields = fieldCount(data);
  const datasets = datasetCount(data);
  const marks = new Uint8Array(datasets);
  const hops = new Uint32Array(datasets);
  const counts = new Uint32Array(datasets * 3);
  const found: number[] = [];
  for (let level = 0; level + 1 < levels.length; level++) {
    for (let i = levels[level]!; i < levels[level + 1]!; i++) {
      const vertex = order[i]!;
      const known = reach.marks[vertex]!;
      if ((known & START) !== 0) continue;
      let dataset: number;
      if (vertex < fields) {
        dataset = data.datasetOf[vertex]!;
        counts[dataset * 3 + Math.min(RING_OF[known]!, 2)]!++;
      } else {
        dataset = vertex - reach.side.spread;
        const isEmpty =
          isEntryHub(data, reach, vertex) && data.fieldStart[dataset] === data.fieldStart[dataset + 1];
        if (!isEmpty) continue;
      }
      if (marks[dataset] === 0) {
        hops[dataset] = level;
        found.push(dataset);
      }
      marks[dataset]! |= known;
    }
  }
  return { marks, hops, counts, found };
}
