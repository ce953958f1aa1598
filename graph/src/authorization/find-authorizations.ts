import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Authorization, Code, type Viewer } from '../model/index.js';

export const StoredAuthorization = stored(Authorization);

export const findByCodes = defineQuery({
  file: 'authorization/find-by-codes',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: single('authorization', StoredAuthorization),
});

/** Authorisations by code with the fields they cover, in no order; unknown codes are left out. */
export function findAuthorizations(
  db: Db,
  _viewer: Viewer,
  codes: readonly Code[],
): Promise<Authorization[]> {
  return findByCodes.run(db, { codes: [...codes] });
}
