import { z } from 'zod';
import type { AdminEventsQueryVariables } from '@/lib/api/gql/graphql';
import { readTrail } from '@/lib/format/trail';

export const PAGE_SIZE = 25;

const one = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value].flat()[0] || undefined);

const Params = z.object({
  only: one.transform((value) => (value === 'refused' ? ('refused' as const) : undefined)),
  event: one.transform((value) => (value && /^[0-9a-f]{64}$/.test(value) ? value : undefined)),
  after: one,
});

/** What an address of the page says: which events, which of them is open, which page. */
export type AdminParams = z.output<typeof Params>;

/** Reads an address; what makes no sense is left out. */
export function readParams(search: Record<string, string | string[] | undefined>): AdminParams {
  return Params.parse(search);
}

/** The question that an address asks. */
export function toVariables(params: AdminParams): AdminEventsQueryVariables {
  return {
    refusedOnly: params.only === 'refused',
    first: PAGE_SIZE,
    after: readTrail(params.after).at(-1),
  };
}

/** The address of a view, defaults left out. */
export function toHref(params: AdminParams): string {
  const search = new URLSearchParams();
  if (params.only) search.set('only', params.only);
  if (params.after) search.set('after', params.after);
  if (params.event) search.set('event', params.event);
  const text = search.toString();
  return text ? `/admin?${text}` : '/admin';
}
