import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Code, SourceSystem, type Viewer } from '../model/index.js';

export const findByCodes = defineQuery({
  file: 'source-system/find-by-codes',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: single('sourceSystem', stored(SourceSystem)),
});

/** Source systems by code, in no order; unknown codes are left out. */
export function findSourceSystems(db: Db, _viewer: Viewer, codes: readonly Code[]): Promise<SourceSystem[]> {
  return findByCodes.run(db, { codes: [...codes] });
}
