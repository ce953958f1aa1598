import { z } from 'zod';
import { type Db, defineQuery, parseInput } from '../db/index.js';
import { DatasetId, type Viewer } from '../model/index.js';

/** A name that so many fields have (a sign of deletion, a time of change) does not make two datasets alike. */
const COMMON = 300;

const Similar = z.object({ dataset: DatasetId, titles: z.array(z.string()), weight: z.number() });
/** Another dataset with the titles of the fields that both have; `weight` sums 1 ÷ how many fields have the name. */
export type SimilarDataset = z.infer<typeof Similar>;

const list = defineQuery({
  file: 'dataset/list-similar',
  mode: 'read',
  params: z.object({ id: DatasetId, common: z.number().int(), limit: z.number().int() }),
  row: Similar,
});

/** Datasets with the same fields, by column name or title, the most alike first. Throws InvalidInput. */
export function listSimilar(db: Db, _viewer: Viewer, id: DatasetId, first = 5): Promise<SimilarDataset[]> {
  const limit = parseInput(z.number().int().min(1).max(50), first, 'first');
  return list.run(db, { id, common: COMMON, limit });
}
