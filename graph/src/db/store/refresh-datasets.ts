import { z } from 'zod';
import { DatasetId } from '../../model/ids.js';
import { inBatches } from '../batches.js';
import type { Tx } from '../connect.js';
import { defineQuery } from '../define-query.js';
import { Written } from '../stored.js';

const refreshSummaries = defineQuery({
  file: 'dataset/refresh-summaries',
  mode: 'write',
  params: z.object({ ids: z.array(DatasetId) }),
  row: Written,
});

/**
 * Brings `fieldCount`, `grade`, `gradeRank` and `personalInfo` of datasets up to date with their fields (就高从严).
 * They are stored so that lists can filter and sort by them; whoever writes fields or gradings calls this in the
 * same transaction. Derived, so it logs nothing.
 */
export async function refreshDatasets(tx: Tx, datasets: Iterable<DatasetId>): Promise<void> {
  await inBatches([...new Set(datasets)], (ids) => refreshSummaries.run(tx, { ids }), 500);
}
