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
import { Consumer } from '../model/index.js';
import { findByCodes } from './find-consumers.js';

const write = defineQuery({ file: 'consumer/write', mode: 'write', params: WriteRows, row: Written });

/** Creates or updates consumers by code. Throws InvalidInput: shape, unknown operating department. */
export function registerConsumers(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  const rows = parseInput(z.array(Consumer), input);
  return registerRows(db, actor, {
    what: 'consumer',
    rows,
    keyName: 'code',
    keyOf: (row) => row.code,
    find: (tx, codes) => findByCodes.run(tx, { codes }),
    check: (tx) =>
      checkReferences(
        tx,
        rows.map((row, i) => ({ kind: 'departments', key: row.operatedBy, path: `[${i}].operatedBy` })),
      ),
    write: (tx, batch) =>
      write.run(tx, {
        rows: batch.map(({ code, operatedBy, ...properties }) => ({ code, operatedBy, properties })),
      }),
  });
}
