import { z } from 'zod';
import { type Db, defineQuery, StoredEdge, single } from '../db/index.js';
import { EdgeId, type LineageEdge, type Viewer } from '../model/index.js';

export const findByIds = defineQuery({
  file: 'edge/find-by-ids',
  mode: 'read',
  params: z.object({ ids: z.array(EdgeId) }),
  row: single('edge', StoredEdge),
});

/** Lineage edges by id, ended ones too, in no order; unknown ids are left out. */
export function findEdges(db: Db, _viewer: Viewer, ids: readonly EdgeId[]): Promise<LineageEdge[]> {
  return findByIds.run(db, { ids: [...ids] });
}
