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
import {
  type Dataset,
  DatasetFilter,
  DatasetSort,
  foldText,
  freshSince,
  type Viewer,
} from '../model/index.js';
import { StoredDataset } from './find-datasets.js';

const Question = PageRequest.extend({
  filter: DatasetFilter.extend({ text: z.string().max(200).nullish() }).nullish(),
  sort: DatasetSort.nullish().transform((v) => v ?? ('TITLE' as const)),
});
const Filter = DatasetFilter.extend({ text: z.string() });

const FreshSince = z.record(z.string(), z.string());

const countDatasets = defineQuery({
  file: 'dataset/count',
  mode: 'read',
  params: z.object({ filter: Filter, freshSince: FreshSince }),
  row: z.object({ total: z.number().int() }),
});
const listPage = defineQuery({
  file: 'dataset/list',
  mode: 'read',
  params: z.object({
    filter: Filter,
    freshSince: FreshSince,
    sort: DatasetSort,
    skip: z.number().int(),
    limit: z.number().int(),
  }),
  row: single('dataset', StoredDataset),
});

/**
 * A page of the catalogue. `text` is a plain part of title or names (ranked search is `search`); UPDATED, GRADE
 * and FIELDS sort downwards, RELEVANCE is TITLE here. Throws InvalidInput.
 */
export async function listDatasets(
  db: Db,
  _viewer: Viewer,
  question: z.input<typeof Question> = {},
): Promise<Page<Dataset>> {
  const { filter, sort, first, after } = parseInput(Question, question);
  const wanted = { ...DatasetFilter.parse(filter ?? {}), text: foldText(filter?.text ?? '') };
  const since = freshSince(Date.now());
  const skip = skipOf(after);
  return db.read(async (tx) => {
    const total = (await countDatasets.first(tx, { filter: wanted, freshSince: since }))?.total ?? 0;
    const rows = await listPage.run(tx, { filter: wanted, freshSince: since, sort, skip, limit: first });
    return pageOf(rows, total, skip);
  }, 'dataset/list');
}
