import { z } from 'zod';
import {
  type Db,
  defineQuery,
  parseInput,
  registerRows,
  WriteRows,
  type WriteSummary,
  Written,
} from '../db/index.js';
import { Library } from '../model/index.js';
import { findByCodes } from './find-libraries.js';

const merge = defineQuery({ file: 'library/merge', mode: 'write', params: WriteRows, row: Written });

/** Creates or updates libraries by code. */
export function registerLibraries(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  return registerRows(db, actor, {
    what: 'library',
    rows: parseInput(z.array(Library), input),
    keyName: 'code',
    keyOf: (library) => library.code,
    find: (tx, codes) => findByCodes.run(tx, { codes }),
    write: (tx, rows) => merge.run(tx, { rows }),
  });
}
