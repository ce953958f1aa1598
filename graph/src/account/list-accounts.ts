import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Account, type Viewer } from '../model/index.js';

const listAll = defineQuery({
  file: 'account/list',
  mode: 'read',
  params: z.object({}),
  row: single('account', stored(Account)),
});

/** All of them, by code. There are tens, so the list is whole. */
export function listAccounts(db: Db, _viewer: Viewer): Promise<Account[]> {
  return listAll.run(db, {});
}
