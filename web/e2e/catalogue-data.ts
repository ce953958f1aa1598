import { env } from './env';

/** Asks the API itself, so that a page can be compared with what it should show. */
export async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const response = await fetch(new URL('/graphql', env.E2E_API), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: T; errors?: { message: string }[] };
  if (!answer.data || answer.errors) throw new Error(`The API refused: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

interface Found {
  search: {
    edges: { node: { node: { id: string; title?: string; fields?: { id: string; title: string }[] } } }[];
  };
}

/** The demonstration dataset and field on which the main tasks are walked. */
export async function sensitiveField(): Promise<{ dataset: string; field: string }> {
  const { search } = await ask<Found>(
    `query Find($text: String!) {
      search(text: $text, filter: { kind: [DATASET] }, first: 10) {
        edges { node { node { ... on Dataset { id title fields { id title } } } } }
      }
    }`,
    { text: '实有人口基础信息' },
  );
  const datasets = search.edges.map((edge) => edge.node.node);
  const dataset = datasets.find((node) => node.title === '实有人口基础信息');
  const field = dataset?.fields?.find(({ title }) => title === '证件号码');
  if (!dataset || !field) throw new Error('The demonstration has no 证件号码 in 实有人口基础信息');
  return { dataset: dataset.id, field: field.id };
}
