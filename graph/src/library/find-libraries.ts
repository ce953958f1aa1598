import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Code, Library, type Viewer } from '../model/index.js';

export const findByCodes = defineQuery({
  file: 'library/find-by-codes',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: single('library', stored(Library)),
});

/** Libraries by code, in no order; unknown codes are left out. */
export function findLibraries(db: Db, _viewer: Viewer, codes: readonly Code[]): Promise<Library[]> {
  return findByCodes.run(db, { codes: [...codes] });
}
