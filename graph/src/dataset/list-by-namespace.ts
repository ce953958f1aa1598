import { z } from 'zod';
import { type Db, defineQuery } from '../db/index.js';
import { DatasetId, type Viewer } from '../model/index.js';

const list = defineQuery({
  file: 'dataset/list-by-namespace',
  mode: 'read',
  params: z.object({ namespace: z.string(), skip: z.number().int(), limit: z.number().int() }),
  row: z.object({ id: DatasetId, total: z.number().int() }),
});

/** Ids of the datasets of one namespace by name, and how many there are. A page behind the last has no total. */
export async function listByNamespace(
  db: Db,
  _viewer: Viewer,
  namespace: string,
  { skip, limit }: { skip: number; limit: number },
): Promise<{ ids: DatasetId[]; total: number }> {
  const rows = await list.run(db, { namespace, skip, limit });
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}
