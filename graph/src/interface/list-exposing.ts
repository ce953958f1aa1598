import { z } from 'zod';
import { type Db, defineQuery } from '../db/index.js';
import { Code, DatasetId, FieldId, type Viewer } from '../model/index.js';

const ExposingField = z.object({ field: FieldId, interface: Code });
const ExposingDataset = z.object({ dataset: DatasetId, interface: Code });

const listByFields = defineQuery({
  file: 'interface/list-exposing-fields',
  mode: 'read',
  params: z.object({ fields: z.array(FieldId) }),
  row: ExposingField,
});
const listByDatasets = defineQuery({
  file: 'interface/list-exposing-datasets',
  mode: 'read',
  params: z.object({ datasets: z.array(DatasetId) }),
  row: ExposingDataset,
});

/** Which interfaces expose each of the fields. */
export function listExposingFields(
  db: Db,
  _viewer: Viewer,
  fields: readonly FieldId[],
): Promise<z.infer<typeof ExposingField>[]> {
  return listByFields.run(db, { fields: [...fields] });
}

/** Which interfaces expose a field of each of the datasets. */
export function listExposingDatasets(
  db: Db,
  _viewer: Viewer,
  datasets: readonly DatasetId[],
): Promise<z.infer<typeof ExposingDataset>[]> {
  return listByDatasets.run(db, { datasets: [...datasets] });
}
