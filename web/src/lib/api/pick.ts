import { request } from './client';
import { type Grade, type HitKind, PickDocument, type PickQuery } from './gql/graphql';

/** One thing to choose. */
export interface Choice {
  id: string;
  name: string;
  where: string;
  grade: Grade | null;
}

type Hit = PickQuery['search']['edges'][number]['node'];
type Node = Hit['node'];
/** Hits of one kind of match differ by less. */
const STEP = 0.05;
const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');

/** Finds things to choose; words of a dataset and of one of its fields find the field. */
export async function pick(text: string, kinds: HitKind[], signal?: AbortSignal): Promise<Choice[]> {
  const { search } = await request(PickDocument, { text, kind: kinds }, signal);
  return ranked(search.edges.map((edge) => edge.node)).flatMap(toChoice);
}

/** Fields that match as well are many: those from which most flows on come first, all else keeps its place. */
export function ranked(hits: Hit[]): Node[] {
  const fields = hits.flatMap(({ score, node }) =>
    node.__typename === 'Field' ? [{ node, match: Math.floor(score / STEP + 1e-6) }] : [],
  );
  const busiest = fields
    .toSorted((a, b) => b.match - a.match || b.node.downstreamCount - a.node.downstreamCount)
    .values();
  return hits.map(({ node }) => (node.__typename === 'Field' ? (busiest.next().value?.node ?? node) : node));
}

function toChoice(node: Node): Choice[] {
  switch (node.__typename) {
    case 'Field': {
      const where = join(node.dataset.title, node.dataset.provider?.shortName, node.path);
      return [{ id: node.id, name: node.fieldTitle || node.path, where, grade: node.grade }];
    }
    case 'Dataset':
      return [{ id: node.id, name: node.title, where: join(node.provider?.shortName), grade: node.grade }];
    case 'Interface':
      return [
        { id: node.id, name: node.interfaceName, where: join(node.provider?.shortName), grade: node.grade },
      ];
    case 'Department':
      return [];
  }
}
