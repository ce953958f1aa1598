import type { OverviewQuery } from '@/lib/api/gql/graphql';
import { paths } from '@/lib/paths';

type Node = OverviewQuery['overview']['latestChanges'][number]['node'];

/** Kinds that have words of their own. */
const KINDS = [
  'dataset',
  'field',
  'grading',
  'delivery',
  'event',
  'exposure',
  'run',
  'edge',
  'job',
  'lineage',
  'authorization',
  'department',
  'interface',
  'consumer',
  'sourceSystem',
  'library',
  'backflowLink',
  'useScene',
  'access',
  'account',
] as const;
export type ChangeKind = (typeof KINDS)[number] | 'other';

/** The noun of a change such as `dataset.registered`, as far as there are words for it. */
export function changeKind(kind: string): ChangeKind {
  const noun = kind.split('.')[0];
  return KINDS.find((known) => known === noun) ?? 'other';
}

/** Where the thing that changed is shown; nothing for things without a page. */
export function changeHref(node: Node): string | null {
  switch (node?.__typename) {
    case 'Dataset':
      return paths.dataset(node.id);
    case 'Field':
      return paths.lineage(node.id);
    case 'Interface':
      return paths.interface(node.code);
    case 'BackflowLink':
      return paths.backflowLink(node.code);
    default:
      return null;
  }
}
