import { z } from 'zod';
import {
  type Db,
  defineQuery,
  type Page,
  PageRequest,
  pageOf,
  parseInput,
  single,
  skipOf,
} from '../db/index.js';
import type { Consumer, Viewer } from '../model/index.js';
import { StoredConsumer } from './find-consumers.js';

const countConsumers = defineQuery({
  file: 'consumer/count',
  mode: 'read',
  params: z.object({}),
  row: z.object({ total: z.number().int() }),
});
const listPage = defineQuery({
  file: 'consumer/list',
  mode: 'read',
  params: z.object({ skip: z.number().int(), limit: z.number().int() }),
  row: single('consumer', StoredConsumer),
});

/** A page of consumers by code. Throws InvalidInput. */
export async function listConsumers(
  db: Db,
  _viewer: Viewer,
  page: z.input<typeof PageRequest> = {},
): Promise<Page<Consumer>> {
  const { first, after } = parseInput(PageRequest, page);
  const skip = skipOf(after);
  return db.read(async (tx) => {
    const total = (await countConsumers.first(tx, {}))?.total ?? 0;
    return pageOf(await listPage.run(tx, { skip, limit: first }), total, skip);
  }, 'consumer/list');
}
