import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Code, Consumer, type Viewer } from '../model/index.js';

export const StoredConsumer = stored(Consumer);

export const findByCodes = defineQuery({
  file: 'consumer/find-by-codes',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: single('consumer', StoredConsumer),
});

/** Consumers by code, in no order; unknown codes are left out. */
export function findConsumers(db: Db, _viewer: Viewer, codes: readonly Code[]): Promise<Consumer[]> {
  return findByCodes.run(db, { codes: [...codes] });
}
