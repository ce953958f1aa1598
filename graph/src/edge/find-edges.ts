import { z } from 'zod';
import { type Db, defineQuery, inBatches, listVersions, StoredEdge, single } from '../db/index.js';
import { type DatasetId, EdgeId, type FieldId, type LineageEdge, type Viewer } from '../model/index.js';

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

/** Ends of an edge, in its direction. */
export interface Ends {
  from: FieldId | DatasetId;
  to: FieldId | DatasetId;
}

/** Lineage edges between such ends that hold by all that is known now, in no order. */
export async function findEdgesBetween(
  db: Db,
  _viewer: Viewer,
  pairs: readonly Ends[],
): Promise<LineageEdge[]> {
  const edges = await inBatches(pairs, (batch) => listVersions.run(db, { pairs: [...batch] }));
  return edges.filter(({ validTo, retractedAt }) => validTo === null && retractedAt === null);
}
