import { request } from './client';
import { type Grade, type HitKind, PickDocument, type PickQuery, PickWithinDocument } from './gql/graphql';

/** One thing to choose. */
export interface Choice {
  id: string;
  name: string;
  where: string;
  grade: Grade | null;
}

type Node = PickQuery['search']['edges'][number]['node']['node'];
const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');

/** Finds things to choose; “dataset field” in two words finds fields of datasets. */
export async function pick(text: string, kinds: HitKind[], signal?: AbortSignal): Promise<Choice[]> {
  const [dataset, ...rest] = text.split(/\s+/);
  const [plain, within] = await Promise.all([
    request(PickDocument, { text, kind: kinds }, signal),
    dataset && rest.length > 0 && kinds.includes('FIELD') ? pickWithin(dataset, rest, signal) : [],
  ]);
  return [...within, ...ranked(plain.search.edges.map((edge) => edge.node.node)).flatMap(toChoice)];
}

async function pickWithin(dataset: string, words: string[], signal?: AbortSignal): Promise<Choice[]> {
  const { search } = await request(PickWithinDocument, { dataset }, signal);
  return search.edges.flatMap(({ node: { node } }) => {
    if (node.__typename !== 'Dataset') return [];
    return node.fields
      .filter(({ title, path }) =>
        words.every((word) => `${title} ${path}`.toLowerCase().includes(word.toLowerCase())),
      )
      .map((field) => ({
        id: field.id,
        name: field.title || field.path,
        where: join(node.title, node.provider?.shortName, field.path),
        grade: field.grade,
      }));
  });
}

/** Fields of one name are many: those from which most flows on come first, everything else keeps its place. */
export function ranked(nodes: Node[]): Node[] {
  const fields = nodes.filter((node) => node.__typename === 'Field');
  const busiest = [...fields].sort((a, b) => b.downstreamCount - a.downstreamCount).values();
  return nodes.map((node) => (node.__typename === 'Field' ? (busiest.next().value ?? node) : node));
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
