import { z } from 'zod';
import { env } from './browser.js';

const Found = z.object({
  data: z.object({
    search: z.object({
      edges: z.array(
        z.object({
          node: z.object({
            node: z.object({
              id: z.string(),
              title: z.string(),
              fields: z.array(z.object({ id: z.string(), title: z.string() })),
            }),
          }),
        }),
      ),
    }),
  }),
});

/** 证件号码 of 实有人口基础信息 and its dataset: the field with most downstream of the demonstration. */
export async function findField(): Promise<{ dataset: string; field: string }> {
  const response = await fetch(new URL('/graphql', env.E2E_API), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'query($text: String!) { search(text: $text, filter: { kind: [DATASET] }, first: 10) { edges { node { node { ... on Dataset { id title fields { id title } } } } } } }',
      variables: { text: '实有人口基础信息' },
    }),
  });
  const { data } = Found.parse(await response.json());
  const dataset = data.search.edges
    .map((edge) => edge.node.node)
    .find(({ title }) => title === '实有人口基础信息');
  const field = dataset?.fields.find(({ title }) => title === '证件号码');
  if (!dataset || !field) throw new Error('the demonstration catalogue is not loaded');
  return { dataset: dataset.id, field: field.id };
}
