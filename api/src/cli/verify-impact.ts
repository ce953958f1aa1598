import { z } from 'zod';
import { askGraphQL } from './ask-graphql.js';

const Id = z.object({ found: z.object({ id: z.string() }).nullable() });

const FIND_FIELD = `query($namespace: String!, $dataset: String!, $name: String!) {
  found: field(namespace: $namespace, dataset: $dataset, name: $name) { id } }`;
const FIND_DATASET = `query($namespace: String!, $name: String!) {
  found: dataset(namespace: $namespace, name: $name) { id } }`;

const VERIFY = `query($id: ID!) { verifyImpact(id: $id) {
  complete reason attempts snapshotVersion versionBefore versionAfter checkedFields checkedEdges
  leakCount leaks { edgeId from to } missingCount missingInGraph strangerCount strangers } }`;

const Verification = z.object({
  complete: z.boolean(),
  reason: z.string().nullable(),
  attempts: z.number(),
  snapshotVersion: z.number(),
  versionBefore: z.number(),
  versionAfter: z.number(),
  checkedFields: z.number(),
  checkedEdges: z.number(),
  leakCount: z.number(),
  leaks: z.array(z.object({ edgeId: z.string(), from: z.string(), to: z.string() })),
  missingCount: z.number(),
  missingInGraph: z.array(z.string()),
  strangerCount: z.number(),
  strangers: z.array(z.string()),
});
export type Verification = z.infer<typeof Verification>;

/** The opaque id of `ID`, `NAMESPACE DATASET` or `NAMESPACE DATASET FIELD`. Throws when there is no such thing. */
export async function findThing(api: string, words: readonly string[]): Promise<string> {
  const [namespace = '', dataset, name] = words;
  if (dataset === undefined) return namespace;
  const { found } =
    name === undefined
      ? await askGraphQL(api, FIND_DATASET, { namespace, name: dataset }, Id)
      : await askGraphQL(api, FIND_FIELD, { namespace, dataset, name }, Id);
  if (found === null) throw new Error(`there is no ${words.join(' ')}`);
  return found.id;
}

/** Has the impact of a thing checked against the database. Throws when the lineage does not know it. */
export async function verifyImpact(api: string, id: string): Promise<Verification> {
  const shape = z.object({ verifyImpact: Verification.nullable() });
  const { verifyImpact: verification } = await askGraphQL(api, VERIFY, { id }, shape);
  if (verification === null) throw new Error('the lineage does not know it');
  return verification;
}

/** What a person reads: the verdict, then what was found, first few of each. */
export function describeVerification(found: Verification): string[] {
  const checked = `${found.checkedFields} fields and ${found.checkedEdges} edges checked at version ${found.snapshotVersion}`;
  if (found.complete) return [`complete: ${checked}; no edge leaves the answer, every field is reached`];
  const more = (count: number, shown: number) => (count > shown ? [`… and ${count - shown} more`] : []);
  const moved = `the graph moved from ${found.snapshotVersion} to ${found.versionAfter} in each of ${found.attempts} attempts: try again when it is quiet`;
  return [
    `NOT complete (${found.reason}): ${checked}`,
    ...(found.reason === 'GRAPH_MOVED' ? [moved] : []),
    ...found.leaks.map(({ edgeId, from, to }) => `edge ${edgeId} leaves: ${from} → ${to}`),
    ...more(found.leakCount, found.leaks.length),
    ...found.missingInGraph.map((id) => `not in the graph: ${id}`),
    ...more(found.missingCount, found.missingInGraph.length),
    ...found.strangers.map((id) => `not reached: ${id}`),
    ...more(found.strangerCount, found.strangers.length),
  ];
}
