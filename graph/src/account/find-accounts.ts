import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Account, Code, type Viewer } from '../model/index.js';

export const findByCodes = defineQuery({
  file: 'account/find-by-codes',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: single('account', stored(Account)),
});

/** Accounts by code, in no order; unknown codes are left out. */
export function findAccounts(db: Db, _viewer: Viewer, codes: readonly Code[]): Promise<Account[]> {
  return findByCodes.run(db, { codes: [...codes] });
}
