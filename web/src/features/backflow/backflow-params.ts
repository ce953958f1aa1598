import { z } from 'zod';

export const SORTS = ['NAME', 'CLOSURE', 'ON_TIME', 'DAYS', 'LANDING', 'LOST', 'STATE'] as const;
export type Sort = (typeof SORTS)[number];

const one = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value].flat()[0] || undefined);

const Params = z.object({
  unit: one.transform((value) => z.string().max(64).optional().catch(undefined).parse(value)),
  sort: one.transform((value) => z.enum(SORTS).catch('NAME').parse(value)),
  dir: one.transform((value) => (value === 'desc' ? ('desc' as const) : ('asc' as const))),
});

export interface BackflowParams {
  /** Code of the unit whose loop is lit; "all" for none, though the viewer has one of its own. */
  unit: string | undefined;
  sort: Sort;
  dir: 'asc' | 'desc';
}

/** Reads an address; what makes no sense is left out. */
export function readParams(search: Record<string, string | string[] | undefined>): BackflowParams {
  return Params.parse(search);
}

/** The address of a view, defaults left out. */
export function toHref(params: BackflowParams): string {
  const search = new URLSearchParams();
  if (params.unit) search.set('unit', params.unit);
  if (params.sort !== 'NAME') search.set('sort', params.sort);
  if (params.dir === 'desc') search.set('dir', 'desc');
  const text = search.toString();
  return text ? `/backflow?${text}` : '/backflow';
}

/** Sorted by a column, the other way round when it is the order already. */
export function sortedBy(params: BackflowParams, sort: Sort): BackflowParams {
  const first = sort === 'LOST' || sort === 'STATE' || sort === 'DAYS' ? 'desc' : 'asc';
  const other = params.dir === 'asc' ? 'desc' : 'asc';
  return { ...params, sort, dir: params.sort === sort ? other : first };
}
