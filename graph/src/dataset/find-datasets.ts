import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Dataset, DatasetId, nameKey, type Viewer } from '../model/index.js';

export const StoredDataset = stored(
  Dataset.extend({
    // Absent until the first summary of the fields is written.
    personalInfo: Dataset.shape.personalInfo.nullable().transform((v) => v ?? ('NONE' as const)),
    fieldCount: Dataset.shape.fieldCount.nullable().transform((v) => v ?? 0),
  }),
  ['particulars'],
);

export const findByIds = defineQuery({
  file: 'dataset/find-by-ids',
  mode: 'read',
  params: z.object({ ids: z.array(DatasetId) }),
  row: single('dataset', StoredDataset),
});

export const findByNames = defineQuery({
  file: 'dataset/find-by-names',
  mode: 'read',
  params: z.object({ keys: z.array(z.string()) }),
  row: z.object({ key: z.string(), dataset: StoredDataset }),
});

/** Datasets by id, in no order; unknown ids are left out. */
export function findDatasets(db: Db, _viewer: Viewer, ids: readonly DatasetId[]): Promise<Dataset[]> {
  return findByIds.run(db, { ids: [...ids] });
}

/** The dataset that has this name, also an old one or a symlink; null when none has. */
export async function findDatasetByName(
  db: Db,
  _viewer: Viewer,
  name: { namespace: string; name: string },
): Promise<Dataset | null> {
  const found = await findByNames.first(db, { keys: [nameKey(name.namespace, name.name)] });
  return found?.dataset ?? null;
}
