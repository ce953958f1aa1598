import type { Db } from '../db/index.js';
import type { Account, Code, Viewer } from '../model/index.js';
import { findAccounts } from './find-accounts.js';
import { listAccounts } from './list-accounts.js';
import { registerAccounts } from './register-accounts.js';

export const accountOperations = (db: Db) => ({
  list: (viewer: Viewer) => listAccounts(db, viewer),
  findMany: (viewer: Viewer, codes: readonly Code[]) => findAccounts(db, viewer, codes),
  register: (actor: string, rows: readonly Account[]) => registerAccounts(db, actor, rows),
});
