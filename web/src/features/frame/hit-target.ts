import type { QuickSearchQuery } from '@/lib/api/gql/graphql';
import { paths } from '@/lib/paths';

export type QuickHit = QuickSearchQuery['search']['edges'][number]['node'];

export interface HitView {
  key: string;
  title: string;
  context: string;
  href: string;
}

/** What a hit of the quick search says and where it leads. */
export function hitView(hit: QuickHit): HitView {
  const node = hit.node;
  switch (node.__typename) {
    case 'Dataset':
      return {
        key: node.id,
        title: node.title,
        context: [node.provider?.shortName, node.name].filter(Boolean).join(' · '),
        href: paths.dataset(node.id),
      };
    case 'Field':
      return {
        key: node.id,
        title: node.fieldTitle || node.path,
        context: `${node.dataset.title} · ${node.path}`,
        href: paths.lineage(node.id),
      };
    case 'Interface':
      return {
        key: node.id,
        title: node.interfaceName,
        context: [node.provider?.shortName, node.code].filter(Boolean).join(' · '),
        href: paths.lineage(node.id),
      };
    case 'Department':
      return {
        key: node.id,
        title: node.shortName,
        context: node.code,
        href: paths.catalogue({ department: node.code }),
      };
  }
}
