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
import { SourceSystem } from '../model/index.js';
import { findByCodes } from './find-source-systems.js';

const merge = defineQuery({ file: 'source-system/merge', mode: 'write', params: WriteRows, row: Written });

/** Creates or updates by code. */
export function registerSourceSystems(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  return registerRows(db, actor, {
    what: 'sourceSystem',
    rows: parseInput(z.array(SourceSystem), input),
    keyName: 'code',
    keyOf: (row) => row.code,
    find: (tx, codes) => findByCodes.run(tx, { codes }),
    write: (tx, rows) => merge.run(tx, { rows }),
  });
}
