import { z } from 'zod';
import type { ImpactFieldsQueryVariables } from '@/lib/api/gql/graphql';
import { GRADES } from '@/ui/tokens';

export const PAGE_SIZE = 50;

const Group = z.discriminatedUnion('by', [
  z.object({ by: z.literal('all'), value: z.literal('yes') }),
  z.object({ by: z.literal('ring'), value: z.enum(['CLEARTEXT', 'MASKED', 'INFLUENCED']) }),
  z.object({ by: z.literal('grade'), value: z.enum([...GRADES, 'NONE']) }),
  z.object({ by: z.literal('department'), value: z.string().min(1).max(100) }),
  z.object({ by: z.literal('library'), value: z.string().min(1).max(100) }),
  z.object({ by: z.literal('layer'), value: z.enum(['SOURCE', 'ODS', 'DWD', 'DWS', 'ADS', 'LANDING']) }),
  z.object({ by: z.literal('distance'), value: z.coerce.number().int().min(1).max(10_000) }),
  z.object({ by: z.literal('backflow'), value: z.literal('yes') }),
]);

/** One group of the affected: the list that a number opens. */
export type ImpactGroup = z.output<typeof Group>;

/** What the rows of an opened list are. */
export type ListView = 'fields' | 'datasets';

/** Reads the `list` parameter, such as `grade:L4`; null when there is none or it makes no sense. */
export function readGroup(text: string | undefined): ImpactGroup | null {
  const [by, ...rest] = (text ?? '').split(':');
  return Group.safeParse({ by, value: rest.join(':') }).data ?? null;
}

/** The parameter of a group. */
export function writeGroup(group: ImpactGroup): string {
  return `${group.by}:${group.value}`;
}

/** Reads the `rows` parameter: fields unless it says datasets. */
export function readView(text: string | undefined): ListView {
  return text === 'datasets' ? 'datasets' : 'fields';
}

/** The filter that gives exactly the fields which the group counts: one ring for `ring`, else clear text and masked. */
export function toFilter(group: ImpactGroup): NonNullable<ImpactFieldsQueryVariables['filter']> {
  const ring = ['CLEARTEXT', 'MASKED'] as const;
  switch (group.by) {
    case 'all':
      return { ring: [...ring] };
    case 'ring':
      return { ring: [group.value] };
    case 'grade':
      return group.value === 'NONE'
        ? { ring: [...ring], ungraded: true }
        : { ring: [...ring], grade: [group.value] };
    case 'department':
      return { ring: [...ring], department: [group.value] };
    case 'library':
      return group.value === 'NONE'
        ? { ring: [...ring], noLibrary: true }
        : { ring: [...ring], library: [group.value] };
    case 'layer':
      return { ring: [...ring], layer: [group.value] };
    case 'distance':
      return { ring: [...ring], distance: group.value };
    case 'backflow':
      return { ring: [...ring], viaBackflow: true };
  }
}

/** The address of the impact page with a list opened, or without. */
export function impactHref(
  id: string,
  group: ImpactGroup | null,
  { after, view }: { after?: string; view?: ListView } = {},
): string {
  const search = new URLSearchParams({ id });
  if (group) search.set('list', writeGroup(group));
  if (group && view === 'datasets') search.set('rows', view);
  if (group && after) search.set('after', after);
  return `/impact?${search}`;
}

/** The address of a file with what a list shows; without a group everything, all rings. */
export function exportHref(
  kind: 'csv' | 'xlsx',
  id: string,
  group: ImpactGroup | null,
  locale: string,
): string {
  const search = new URLSearchParams({ id, locale });
  for (const [key, value] of Object.entries(group ? toFilter(group) : {})) {
    search.set(key, Array.isArray(value) ? value.join(',') : String(value));
  }
  return `/export/impact.${kind}?${search}`;
}

/** The address of the version for paper. */
export function printHref(id: string): string {
  return `/impact?${new URLSearchParams({ id, print: '1' })}`;
}
