import { z } from 'zod';
import type { InterfaceFilter, InterfaceListQueryVariables, InterfaceSort } from '@/lib/api/gql/graphql';
import { readTrail } from '@/lib/format/trail';
import { GRADES } from '@/ui/tokens';

export const PAGE_SIZE = 20;
/** Days without a call, or until an authorisation ends, from which an interface is marked. */
export const MARK_DAYS = 30;
export const STATES = [
  'REGISTERED',
  'IN_REVIEW',
  'PUBLISHED',
  'IN_USE',
  'SUSPENDED',
  'RECLAIMED',
  'UNPUBLISHED',
  'DEREGISTERED',
] as const;
export const SORTS = [
  'NAME',
  'GRADE',
  'CALLS',
  'LAST_CALL',
  'IDLE',
  'CONSUMERS',
] as const satisfies InterfaceSort[];
export const FACETS = ['state', 'grade', 'department', 'scene'] as const;
export type FacetName = (typeof FACETS)[number];

/** Grade "NONE" in an address stands for: nothing exposed is graded. */
const UNGRADED = 'NONE';

const one = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value].flat()[0] || undefined);

const many = <T extends z.ZodType>(item: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat()))
    .transform((values) =>
      values.filter((value): value is z.output<T> & string => item.safeParse(value).success),
    );

const days = one.transform((value) =>
  z.coerce.number().int().min(0).max(3660).optional().catch(undefined).parse(value),
);
const code = z.string().min(1).max(200);

const Params = z.object({
  q: one.transform((value) => value?.trim().slice(0, 200) ?? ''),
  state: many(z.enum(STATES)),
  grade: many(z.enum([...GRADES, UNGRADED])),
  department: many(code),
  scene: many(code),
  idle: days,
  expiring: days,
  exceeded: one.transform((value) => value === '1' || value === 'true'),
  exposes: one,
  /** Code of the department whose consumers are authorised. */
  usedBy: one.transform((value) => value?.slice(0, 64)),
  sort: one.transform((value) => z.enum(SORTS).catch('NAME').parse(value)),
  dir: one.transform((value) => (value === 'desc' ? ('desc' as const) : ('asc' as const))),
  after: one,
});

/** What an address of the list says. */
export type InterfaceParams = z.output<typeof Params>;

/** Reads an address; what makes no sense is left out. */
export function readParams(search: Record<string, string | string[] | undefined>): InterfaceParams {
  return Params.parse(search);
}

const list = <T>(values: T[]) => (values.length > 0 ? values : undefined);

/** The conditions that an address sets. */
export function toFilter(params: InterfaceParams): InterfaceFilter {
  return {
    text: params.q || undefined,
    state: list(params.state),
    grade: list(params.grade.filter((value) => value !== UNGRADED) as (typeof GRADES)[number][]),
    ungraded: params.grade.includes(UNGRADED) ? true : undefined,
    department: list(params.department),
    scene: list(params.scene),
    idleDays: params.idle,
    expiringWithinDays: params.expiring,
    exceeded: params.exceeded ? true : undefined,
    exposes: params.exposes,
    usedBy: params.usedBy ? [params.usedBy] : undefined,
  };
}

/** The question that an address asks; the three counts keep every condition but the marks. */
export function toVariables(params: InterfaceParams): InterfaceListQueryVariables {
  const unmarked = toFilter({ ...params, idle: undefined, expiring: undefined, exceeded: false });
  return {
    filter: toFilter(params),
    idle: { ...unmarked, idleDays: MARK_DAYS },
    expiring: { ...unmarked, expiringWithinDays: MARK_DAYS },
    exceeded: { ...unmarked, exceeded: true },
    usedBy: params.usedBy ?? '',
    narrowedToUser: params.usedBy !== undefined,
    sort: params.sort,
    descending: params.dir === 'desc',
    first: PAGE_SIZE,
    after: readTrail(params.after).at(-1),
  };
}

function conditions(params: InterfaceParams): URLSearchParams {
  const search = new URLSearchParams();
  if (params.q) search.set('q', params.q);
  for (const name of FACETS) for (const value of params[name]) search.append(name, value);
  if (params.idle !== undefined) search.set('idle', String(params.idle));
  if (params.expiring !== undefined) search.set('expiring', String(params.expiring));
  if (params.exceeded) search.set('exceeded', '1');
  if (params.exposes) search.set('exposes', params.exposes);
  if (params.usedBy) search.set('usedBy', params.usedBy);
  if (params.sort !== 'NAME') search.set('sort', params.sort);
  if (params.dir === 'desc') search.set('dir', 'desc');
  return search;
}

/** The address of a view, defaults left out. */
export function toHref(params: InterfaceParams): string {
  const search = conditions(params);
  if (params.after) search.set('after', params.after);
  const text = search.toString();
  return text ? `/interfaces?${text}` : '/interfaces';
}

/** The same view with one value of a facet put in or taken out, from the first page. */
export function toggled(params: InterfaceParams, name: FacetName, value: string): InterfaceParams {
  const now: string[] = params[name];
  const values = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
  return { ...params, [name]: values, after: undefined };
}

/** Sorted by a column: by the most first, or the other way round when it is the order already. */
export function sortedBy(params: InterfaceParams, sort: (typeof SORTS)[number]): InterfaceParams {
  const first = sort === 'NAME' ? 'asc' : 'desc';
  const other = params.dir === 'asc' ? 'desc' : 'asc';
  return { ...params, sort, dir: params.sort === sort ? other : first, after: undefined };
}

/** Whether anything narrows the list. */
export function isNarrowed(params: InterfaceParams): boolean {
  return (
    params.q !== '' ||
    FACETS.some((name) => params[name].length > 0) ||
    params.idle !== undefined ||
    params.expiring !== undefined ||
    params.exceeded ||
    params.exposes !== undefined ||
    params.usedBy !== undefined
  );
}

/** The file with every row of the view. */
export function exportHref(kind: 'csv' | 'xlsx', params: InterfaceParams, locale: string): string {
  const filter = toFilter(params);
  const search = new URLSearchParams({ locale, sort: params.sort });
  if (params.dir === 'desc') search.set('descending', 'true');
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && value !== null)
      search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  return `/export/interfaces.${kind}?${search}`;
}
