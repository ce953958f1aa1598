import { z } from 'zod';
import {
  checkReferences,
  type Db,
  defineQuery,
  parseInput,
  registerRows,
  WriteRows,
  type WriteSummary,
  Written,
} from '../db/index.js';
import { Account } from '../model/index.js';
import { findByCodes } from './find-accounts.js';

const merge = defineQuery({ file: 'account/merge', mode: 'write', params: WriteRows, row: Written });

/** Creates or updates accounts by code; their department must exist. */
export function registerAccounts(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  const rows = parseInput(z.array(Account), input);
  return registerRows(db, actor, {
    what: 'account',
    rows,
    keyName: 'code',
    keyOf: (row) => row.code,
    find: (tx, codes) => findByCodes.run(tx, { codes }),
    check: (tx) =>
      checkReferences(
        tx,
        rows.map((a, i) => ({ kind: 'departments', key: a.department, path: `[${i}].department` })),
      ),
    write: (tx, batch) =>
      merge.run(tx, {
        rows: batch.map(({ code, department, ...properties }) => ({ code, department, properties })),
      }),
  });
}
