import type { Grade, PersonalInfo, QuickSearchQuery, RecentThingsQuery } from '@/lib/api/gql/graphql';
import { paths } from '@/lib/paths';

export type FoundNode = QuickSearchQuery['fields']['edges'][number]['node']['node'];
type RecentNode = NonNullable<RecentThingsQuery['nodes'][number]>;
export type FoundKind = FoundNode['__typename'];

/** What one line of the search says and where it leads. */
export interface HitView {
  key: string;
  kind: FoundKind;
  title: string;
  context: string;
  href: string;
  grade?: Grade | null;
  personalInfo?: PersonalInfo;
}

const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');

/** What a found or visited thing says and where it leads; null for things that have no page of their own. */
export function hitView(node: FoundNode | RecentNode): HitView | null {
  switch (node.__typename) {
    case 'Dataset':
      return {
        key: node.id,
        kind: 'Dataset',
        title: node.title,
        context: joined(node.provider?.shortName, node.name),
        href: paths.dataset(node.id),
        grade: node.grade,
        personalInfo: node.personalInfo,
      };
    case 'Field':
      return {
        key: node.id,
        kind: 'Field',
        title: node.fieldTitle || node.path,
        context: joined(node.dataset.title, node.path),
        href: paths.lineage(node.id),
        grade: node.grade,
        personalInfo: node.personalInfo,
      };
    case 'Interface':
      return {
        key: node.id,
        kind: 'Interface',
        title: node.interfaceName,
        context: joined(node.provider?.shortName, node.code),
        href: paths.interface(node.code),
        grade: node.grade,
      };
    case 'Department':
      return {
        key: node.id,
        kind: 'Department',
        title: node.shortName,
        context: node.code,
        href: paths.catalogue({ department: node.code }),
      };
    default:
      return null;
  }
}
