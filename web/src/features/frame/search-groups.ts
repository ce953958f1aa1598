import type { QuickSearchQuery } from '@/lib/api/gql/graphql';
import { paths } from '@/lib/paths';
import { type FoundKind, type HitView, hitView } from './hit-target';

type Hits = QuickSearchQuery['datasets'];

export interface SearchGroup {
  kind: FoundKind;
  /** How many there are in all. */
  total: number;
  hits: HitView[];
  /** The list of all of them, where more were found than are shown. */
  more: string | null;
}

/** What was found by kind, the kind with the best hit first; each kind with the way to all of its hits. */
export function searchGroups(found: QuickSearchQuery, text: string): SearchGroup[] {
  const kinds: [FoundKind, Hits, string | null][] = [
    ['Dataset', found.datasets, paths.catalogue({ q: text, kind: 'DATASET' })],
    ['Field', found.fields, paths.catalogue({ q: text, kind: 'FIELD' })],
    ['Interface', found.interfaces, paths.interfaces({ q: text })],
    ['Department', found.departments, null],
  ];
  return kinds
    .filter(([, { edges }]) => edges.length > 0)
    .sort(([, a], [, b]) => best(b) - best(a))
    .map(([kind, { totalCount, edges }, all]) => ({
      kind,
      total: totalCount,
      hits: edges.flatMap(({ node: hit }) => {
        const view = hitView(hit.node);
        const shown = hit.highlights.find(({ property }) => property === 'title' || property === 'name');
        return view ? [{ ...view, title: shown?.text ?? view.title }] : [];
      }),
      more: totalCount > edges.length ? all : null,
    }));
}

const best = ({ edges }: Hits) => edges[0]?.node.score ?? 0;
