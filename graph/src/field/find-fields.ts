import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { DatasetId, Field, FieldId, fieldIdOf, nameKey, type Viewer } from '../model/index.js';

export const StoredField = stored(Field);

export const findByIds = defineQuery({
  file: 'field/find-by-ids',
  mode: 'read',
  params: z.object({ ids: z.array(FieldId) }),
  row: single('field', StoredField),
});
const listByDatasets = defineQuery({
  file: 'field/list-by-datasets',
  mode: 'read',
  params: z.object({ datasets: z.array(DatasetId) }),
  row: single('field', StoredField),
});
const findDatasetId = defineQuery({
  file: 'field/find-dataset-id',
  mode: 'read',
  params: z.object({ key: z.string() }),
  row: z.object({ id: DatasetId }),
});

/** Fields by id, in no order; unknown ids are left out. */
export function findFields(db: Db, _viewer: Viewer, ids: readonly FieldId[]): Promise<Field[]> {
  return findByIds.run(db, { ids: [...ids] });
}

/** The fields of datasets, by dataset and then in their order. */
export function listFields(db: Db, _viewer: Viewer, datasets: readonly DatasetId[]): Promise<Field[]> {
  return listByDatasets.run(db, { datasets: [...datasets] });
}

/** The field at a path of the dataset that has this name; null when there is none. */
export async function findFieldByName(
  db: Db,
  _viewer: Viewer,
  of: { namespace: string; dataset: string; path: string },
): Promise<Field | null> {
  return db.read(async (tx) => {
    const dataset = await findDatasetId.first(tx, { key: nameKey(of.namespace, of.dataset) });
    return dataset === null ? null : findByIds.first(tx, { ids: [fieldIdOf(dataset.id, of.path)] });
  }, 'field/find-by-name');
}
