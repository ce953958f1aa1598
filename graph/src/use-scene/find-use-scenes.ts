import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Code, UseScene, type Viewer } from '../model/index.js';

export const findByCodes = defineQuery({
  file: 'use-scene/find-by-codes',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: single('useScene', stored(UseScene)),
});

/** Use scenes by code, in no order; unknown codes are left out. */
export function findUseScenes(db: Db, _viewer: Viewer, codes: readonly Code[]): Promise<UseScene[]> {
  return findByCodes.run(db, { codes: [...codes] });
}
