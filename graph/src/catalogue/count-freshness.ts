import { z } from 'zod';
import { type Db, defineQuery } from '../db/index.js';
import { Code, FreshnessState, freshSince, type Viewer } from '../model/index.js';

const count = defineQuery({
  file: 'catalogue/count-freshness',
  mode: 'read',
  params: z.object({ freshSince: z.record(z.string(), z.string()), department: Code.nullable() }),
  row: z.object({ state: FreshnessState, datasetCount: z.number().int() }),
});

/** Datasets that keep their promised cycle, that do not, and that promise nothing; of one provider when named. */
export async function countFreshness(
  db: Db,
  _viewer: Viewer,
  department: Code | null = null,
  now: number = Date.now(),
): Promise<Record<FreshnessState, number>> {
  const rows = await count.run(db, { freshSince: freshSince(now), department });
  const of = (state: FreshnessState) => rows.find((row) => row.state === state)?.datasetCount ?? 0;
  return { FRESH: of('FRESH'), LATE: of('LATE'), UNKNOWN: of('UNKNOWN') };
}
