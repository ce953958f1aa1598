import { z } from 'zod';
import { askGraphQL } from './ask-graphql.js';

const CHECK = `mutation {
  outcome: checkLineageIndex {
    __typename
    ... on CheckLineageIndexSuccess { check { at version equal differences { part index graph } } }
    ... on Error { message }
  }
}`;

const IndexCheck = z.object({
  at: z.string(),
  version: z.number(),
  equal: z.boolean(),
  differences: z.array(z.object({ part: z.string(), index: z.number(), graph: z.number() })),
});
export type IndexCheck = z.infer<typeof IndexCheck>;

const Outcome = z.object({
  outcome: z.union([z.object({ check: IndexCheck }), z.object({ message: z.string() })]),
});

/** Has the lineage index of a running API compared with the graph. Throws why when it was refused. */
export async function checkIndex(api: string): Promise<IndexCheck> {
  const { outcome } = await askGraphQL(api, CHECK, {}, Outcome);
  if ('message' in outcome) throw new Error(outcome.message);
  return outcome.check;
}

/** What a person reads: the verdict, then each part that differed. */
export function describeCheck({ equal, version, differences }: IndexCheck): string[] {
  if (equal) return [`equal: the lineage index holds what the graph holds at change ${version}`];
  return [
    `DIFFERENT at change ${version}; the index was replaced by what the graph holds`,
    ...differences.map(
      ({ part, index, graph }) => `${part.toLowerCase()}: ${index} rows in the index, ${graph} in the graph`,
    ),
  ];
}
