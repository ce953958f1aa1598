import type { SensitiveFieldsQuery } from './gql/graphql';

type Node = SensitiveFieldsQuery['search']['edges'][number]['node']['node'];
export type Suggestion = Extract<Node, { __typename: 'Field' }>;

const SHOWN = 10;

/** Sensitive fields worth beginning with: of each name the one with most fields directly downstream. */
export function suggestionsOf(answer: SensitiveFieldsQuery): Suggestion[] {
  const best = new Map<string, Suggestion>();
  for (const { node } of answer.search.edges) {
    if (node.node.__typename !== 'Field') continue;
    const known = best.get(node.node.title);
    if (!known || node.node.downstreamCount > known.downstreamCount) best.set(node.node.title, node.node);
  }
  return [...best.values()].sort((a, b) => b.downstreamCount - a.downstreamCount).slice(0, SHOWN);
}
