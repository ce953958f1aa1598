import { RING_OF, START } from './bits.js';
import { datasetCount, fieldCount, type IndexData } from './data.js';
import { entryHub } from './endpoints.js';
import { type Reach, ringOfMarks } from './reach.js';

/** Fields of the answer, ascending. */
export function* answerFields(data: IndexData, reach: Reach): Iterable<number> {
  const fields = fieldCount(data);
  for (const vertex of reach.ascending) {
    if (vertex >= fields) return;
    if ((reach.marks[vertex]! & START) === 0) yield vertex;
  }
}

/** Fields that were looked at, the start's included. */
export function visitedFields(data: IndexData, reach: Reach): number {
  const fields = fieldCount(data);
  let count = reach.ascending.length;
  while (count > 0 && reach.ascending[count - 1]! >= fields) count--;
  return count;
}

/** Reached datasets: those with a reached field, and those without known fields that were entered as a whole. */
export interface ReachedDatasets {
  /** Best ring by dataset; 3 = not reached. */
  ring: Uint8Array;
  /** Reached fields by dataset and ring: index `dataset * 3 + ring`. */
  fields: Uint32Array;
}

export function reachedDatasets(data: IndexData, reach: Reach): ReachedDatasets {
  const datasets = datasetCount(data);
  const fields = fieldCount(data);
  const { datasetOf, fieldStart } = data;
  const { marks } = reach;
  const counts = new Uint32Array(datasets * 3);
  const { ascending } = reach;
  for (let i = 0; i < ascending.length; i++) {
    const vertex = ascending[i]!;
    const known = marks[vertex]!;
    if (vertex < fields && (known & START) === 0) counts[datasetOf[vertex]! * 3 + RING_OF[known]!]!++;
  }
  const ring = new Uint8Array(datasets).fill(3);
  for (let d = 0; d < datasets; d++) {
    if (fieldStart[d] === fieldStart[d + 1]) {
      const hub = marks[entryHub(reach, d)]!;
      if (hub !== 0 && (hub & START) === 0) ring[d] = ringOfMarks(hub);
      continue;
    }
    for (let r = 2; r >= 0; r--) if (counts[d * 3 + r]! > 0) ring[d] = r;
  }
  return { ring, fields: counts };
}
