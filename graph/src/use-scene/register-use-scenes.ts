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
import { UseScene } from '../model/index.js';
import { findByCodes } from './find-use-scenes.js';

const merge = defineQuery({ file: 'use-scene/merge', mode: 'write', params: WriteRows, row: Written });

/** Creates or updates by code. */
export function registerUseScenes(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  return registerRows(db, actor, {
    what: 'useScene',
    rows: parseInput(z.array(UseScene), input),
    keyName: 'code',
    keyOf: (row) => row.code,
    find: (tx, codes) => findByCodes.run(tx, { codes }),
    write: (tx, rows) => merge.run(tx, { rows }),
  });
}
