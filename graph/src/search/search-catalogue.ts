import { z } from 'zod';
import { type Db, defineQuery, PageRequest, parseInput, skipOf } from '../db/index.js';
import { DatasetSort, freshSince, HitKind, SearchFilter, type Viewer } from '../model/index.js';
import { explainHit, FieldTexts, HitTexts, type Match } from './explain-hit.js';
import { countFacets, type Facet, FacetRow } from './facets.js';
import { luceneQueries } from './lucene-query.js';
import { parseText } from './parse-text.js';

const Question = PageRequest.extend({
  text: z.string().max(200),
  filter: SearchFilter.nullish(),
  sort: DatasetSort.nullish().transform((v) => v ?? ('RELEVANCE' as const)),
});

const FreshSince = z.record(z.string(), z.string());
const Parts = z.array(z.string());
const Page = z.object({
  freshSince: FreshSince,
  filter: SearchFilter,
  sort: DatasetSort,
  skip: z.number().int(),
  limit: z.number().int(),
});
const HitRow = z.object({
  kind: HitKind,
  id: z.string(),
  score: z.number(),
  texts: HitTexts,
  fields: z.array(FieldTexts),
});

const countBrowsed = defineQuery({
  file: 'search/browse-facets',
  mode: 'read',
  params: z.object({ freshSince: FreshSince }),
  row: FacetRow,
});
const listBrowsed = defineQuery({ file: 'search/browse-hits', mode: 'read', params: Page, row: HitRow });
const countFound = defineQuery({
  file: 'search/count-facets',
  mode: 'read',
  params: z.object({ freshSince: FreshSince, weak: z.string(), parts: Parts }),
  row: FacetRow,
});
const listFound = defineQuery({
  file: 'search/list-hits',
  mode: 'read',
  params: Page.extend({
    text: z.string(),
    strong: z.string(),
    weak: z.string(),
    words: z.array(z.string()),
    parts: Parts,
  }),
  row: HitRow,
});

/** Something found: `id` is a dataset or field id, an interface or department code. */
export interface Hit {
  kind: HitKind;
  id: string;
  score: number;
  matched: Match[];
}
export interface SearchResult {
  hits: Hit[];
  totalCount: number;
  offset: number;
  facets: Facet[];
}

/**
 * Finds datasets, fields, interfaces and departments by words, parts of words, pinyin, initials, column names and
 * codes, whatever their width or case; a dataset also by its fields, a field also by words of its dataset. An empty text finds everything. Best first:
 * title, beginning of a title, part of a title or pinyin, fields, prose. Facets count all hits. Throws InvalidInput.
 */
export async function searchCatalogue(
  db: Db,
  _viewer: Viewer,
  question: z.input<typeof Question>,
): Promise<SearchResult> {
  const { text, filter, sort, first, after } = parseInput(Question, question);
  const wanted = filter ?? SearchFilter.parse({});
  const skip = skipOf(after);
  const { folded, terms } = parseText(text);
  // Only signs: a question that nothing can answer, not the question for everything.
  if (folded !== '' && terms.length === 0)
    return { hits: [], totalCount: 0, offset: skip, facets: countFacets([], wanted).facets };
  return db.read(async (tx) => {
    const since = freshSince(Date.now());
    const page = { filter: wanted, freshSince: since, sort, skip, limit: first };
    const queries = luceneQueries(terms);
    const rows =
      folded === ''
        ? await countBrowsed.run(tx, { freshSince: since })
        : await countFound.run(tx, { freshSince: since, weak: queries.weak, parts: queries.parts });
    const counted = countFacets(rows, wanted);
    const found =
      folded === ''
        ? await listBrowsed.run(tx, page)
        : await listFound.run(tx, {
            ...page,
            ...queries,
            text: folded,
            words: terms.map((term) => term.text),
          });
    return {
      hits: found.map(({ kind, id, score, texts, fields }) => ({
        kind,
        id,
        score,
        matched: explainHit(texts, fields, terms),
      })),
      offset: skip,
      ...counted,
    };
  }, 'search');
}
