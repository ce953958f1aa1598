import { z } from 'zod';
import { type Db, defineQuery } from '../db/index.js';
import { DatasetId, DatasetName, type Viewer } from '../model/index.js';

const NameOf = DatasetName.extend({ dataset: DatasetId });

const listByDatasets = defineQuery({
  file: 'dataset/list-names',
  mode: 'read',
  params: z.object({ ids: z.array(DatasetId) }),
  row: NameOf,
});

/** Every name of the datasets: the present one, old ones and symlinks. */
export function listNames(
  db: Db,
  _viewer: Viewer,
  ids: readonly DatasetId[],
): Promise<z.infer<typeof NameOf>[]> {
  return listByDatasets.run(db, { ids: [...ids] });
}
