import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { DatasetId, FieldId, Grading, type Viewer } from '../model/index.js';

const row = single('grading', stored(Grading));
const Target = z.union([FieldId, DatasetId]);

export const findByIds = defineQuery({
  file: 'grading/find-by-ids',
  mode: 'read',
  params: z.object({ ids: z.array(z.string()) }),
  row,
});
const listByTargets = defineQuery({
  file: 'grading/list-by-targets',
  mode: 'read',
  params: z.object({ targets: z.array(Target) }),
  row,
});

/** The filings for fields and datasets, by target, the newest first. */
export function listGradings(
  db: Db,
  _viewer: Viewer,
  targets: readonly (FieldId | DatasetId)[],
): Promise<Grading[]> {
  return listByTargets.run(db, { targets: [...targets] });
}
