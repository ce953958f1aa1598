import { z } from 'zod';
import { commit, type Db, inBatches, parseInput, retractEdges } from '../db/index.js';
import { NotFound } from '../errors.js';
import { EdgeId } from '../model/index.js';
import { findByIds } from './find-edges.js';

/**
 * Ends edges in the time of knowledge: they stay, with when and why. Already ended ones stay as they are.
 * Returns how many were ended now. Throws NotFound for the first unknown id, then nothing is ended.
 */
export async function endEdges(
  db: Db,
  actor: string,
  edgeIds: readonly string[],
  reason: string,
): Promise<number> {
  const ids = [...new Set(parseInput(z.array(EdgeId), edgeIds, 'edges'))];
  const why = parseInput(z.string().trim().min(1).max(2000), reason, 'reason');
  return commit(db, actor, async (tx, log) => {
    const edges = await inBatches(ids, (batch) => findByIds.run(tx, { ids: batch }));
    const known = new Set(edges.map((edge) => edge.id));
    const unknown = ids.find((id) => !known.has(id));
    if (unknown !== undefined) throw new NotFound('lineage edge', unknown);
    const current = edges.filter((edge) => edge.retractedAt === null);
    await retractEdges(tx, log, current, new Date().toISOString(), why);
    return current.length;
  });
}
