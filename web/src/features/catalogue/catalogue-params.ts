import { z } from 'zod';
import type { CatalogueSearchQueryVariables } from '@/lib/api/gql/graphql';
import { readTrail } from '@/lib/format/trail';
import { GRADES } from '@/ui/tokens';

export const PAGE_SIZE = 20;
export const KINDS = ['DATASET', 'FIELD', 'INTERFACE', 'DEPARTMENT'] as const;
export const SORTS = ['RELEVANCE', 'TITLE', 'UPDATED', 'GRADE', 'FIELDS'] as const;

/** Grade "NONE" in an address stands for: not graded yet. */
const UNGRADED = 'NONE';

const many = <T extends z.ZodType>(item: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat()))
    .transform((values) =>
      values.filter((value): value is z.output<T> & string => item.safeParse(value).success),
    );

const one = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value].flat()[0]);

const code = z.string().min(1).max(200);

/** So many datasets fit side by side. */
export const MOST_PICKED = 3;

const Params = z.object({
  q: one.transform((value) => value?.trim().slice(0, 200) ?? ''),
  kind: many(z.enum([...KINDS, 'ALL'])),
  department: many(code),
  library: many(code),
  grade: many(z.enum([...GRADES, UNGRADED])),
  sharingType: many(z.enum(['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'])),
  updateFrequency: many(
    z.enum([
      'REALTIME',
      'DAILY',
      'WEEKLY',
      'TEN_DAYS',
      'MONTHLY',
      'QUARTERLY',
      'HALF_YEARLY',
      'YEARLY',
      'IRREGULAR',
      'NEVER',
    ]),
  ),
  layer: many(z.enum(['SOURCE', 'ODS', 'DWD', 'DWS', 'ADS', 'LANDING'])),
  theme: many(code),
  personalInfo: many(z.enum(['NONE', 'GENERAL', 'SENSITIVE'])),
  freshness: many(z.enum(['FRESH', 'LATE', 'UNKNOWN'])),
  /** Ids of datasets that are to be compared. */
  pick: many(code).transform((ids) => [...new Set(ids)].slice(0, MOST_PICKED)),
  sort: one.transform((value) => z.enum(SORTS).catch('RELEVANCE').parse(value)),
  after: one,
});

export type CatalogueParams = z.output<typeof Params>;

/** The facets in the order in which they are shown; each is a parameter of the address and a filter of the search. */
export const FACETS = [
  'department',
  'library',
  'grade',
  'personalInfo',
  'sharingType',
  'freshness',
  'updateFrequency',
  'layer',
  'theme',
] as const;
export type FacetName = (typeof FACETS)[number];

/** Reads an address; what makes no sense is left out. */
export function readParams(search: Record<string, string | string[] | undefined>): CatalogueParams {
  return Params.parse(search);
}

/** Without words the catalogue lists datasets; with words it finds everything. */
export function shownKinds({ q, kind }: CatalogueParams): (typeof KINDS)[number][] {
  if (kind.includes('ALL')) return [];
  const named = KINDS.filter((value) => kind.includes(value));
  return named.length > 0 || q ? named : ['DATASET'];
}

/** The question that an address asks. */
export function toVariables(params: CatalogueParams): CatalogueSearchQueryVariables {
  const kind = shownKinds(params);
  const grade = params.grade.filter((value) => value !== UNGRADED) as (typeof GRADES)[number][];
  const list = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  return {
    text: params.q,
    sort: params.sort as CatalogueSearchQueryVariables['sort'],
    first: PAGE_SIZE,
    picked: params.pick,
    after: readTrail(params.after).at(-1),
    filter: {
      kind: list(kind),
      department: list(params.department),
      library: list(params.library),
      grade: list(grade),
      ungraded: params.grade.includes(UNGRADED) ? true : undefined,
      sharingType: list(params.sharingType) as never,
      updateFrequency: list(params.updateFrequency) as never,
      layer: list(params.layer) as never,
      theme: list(params.theme),
      personalInfo: list(params.personalInfo) as never,
      freshness: list(params.freshness) as never,
    },
  };
}

/** The address of a view, defaults left out. */
export function toHref(params: CatalogueParams): string {
  const search = new URLSearchParams();
  if (params.q) search.set('q', params.q);
  for (const name of ['kind', ...FACETS] as const)
    for (const value of params[name]) search.append(name, value);
  if (params.sort !== 'RELEVANCE') search.set('sort', params.sort);
  for (const id of params.pick) search.append('pick', id);
  if (params.after) search.set('after', params.after);
  const text = search.toString();
  return text ? `/catalogue?${text}` : '/catalogue';
}

/** The same view with one value of a facet put in or taken out, from the first page. */
export function toggled(params: CatalogueParams, name: FacetName, value: string): CatalogueParams {
  const now: string[] = params[name];
  const values = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
  return { ...params, [name]: values, after: undefined };
}

/** The same view with a dataset put among those to compare, or taken out; the page stays. */
export function picked(params: CatalogueParams, id: string): CatalogueParams {
  const pick = params.pick.includes(id) ? params.pick.filter((other) => other !== id) : [...params.pick, id];
  return { ...params, pick };
}

/** The file with every hit of the view. */
export function exportHref(format: 'csv' | 'xlsx', params: CatalogueParams, locale: string): string {
  const search = new URLSearchParams({ locale });
  if (params.q) search.set('text', params.q);
  if (params.sort !== 'RELEVANCE') search.set('sort', params.sort);
  for (const [name, value] of Object.entries(toVariables(params).filter ?? {}))
    if (value !== undefined && value !== null)
      search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return `/export/catalogue.${format}?${search}`;
}
