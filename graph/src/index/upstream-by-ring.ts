import { reachedDatasets } from './answer-set.js';
import { datasetCount, type IndexData } from './data.js';
import type { Reach } from './reach.js';

/** Fields and datasets of a reach by ring; a dataset counts in its best ring. */
export function upstreamByRing(
  data: IndexData,
  reach: Reach,
): { fieldCount: number; datasetCount: number }[] {
  const reached = reachedDatasets(data, reach);
  const counts = [0, 1, 2].map(() => ({ fieldCount: 0, datasetCount: 0 }));
  for (let d = 0; d < datasetCount(data); d++) {
    const best = reached.ring[d]!;
    if (best < 3) counts[best]!.datasetCount++;
    for (let ring = 0; ring < 3; ring++) counts[ring]!.fieldCount += reached.fields[d * 3 + ring]!;
  }
  return counts;
}
