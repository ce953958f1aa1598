import { z } from 'zod';

/** An impact as counts and groups: what the page's head shows. */
const IMPACT = `query Impact($id: ID!) { impact(id: $id) {
  fieldCount datasetCount departmentCount viaBackflow coarse
  byRing { ring fieldCount datasetCount } byGrade { grade fieldCount }
  byDepartment { fieldCount datasetCount } byLayer { layer fieldCount datasetCount }
  completeness { complete reason snapshotVersion visitedFields visitedEdges } } }`;

const Answer = z.object({
  data: z.object({
    impact: z.object({
      fieldCount: z.number(),
      byRing: z.array(z.object({ ring: z.string(), fieldCount: z.number(), datasetCount: z.number() })),
      completeness: z.object({ complete: z.literal(true) }),
    }),
  }),
});

/** The opaque id of a field, as GraphQL gives it. */
const globalId = (id: string): string => Buffer.from(`Field:${id}`, 'utf8').toString('base64');

export const impactBody = (fieldId: string): string =>
  JSON.stringify({ query: IMPACT, variables: { id: globalId(fieldId) } });

const Refusal = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

/** What is wrong with an answer: an error, or an impact that is not complete. */
export function faultOfImpact(text: string): string | null {
  const answer: unknown = JSON.parse(text);
  if (Answer.safeParse(answer).success) return null;
  const refusal = Refusal.safeParse(answer);
  return refusal.success ? refusal.data.errors[0]!.message : text.slice(0, 200);
}

async function postJson(url: string, body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json();
}
const ask = async (url: string, fieldId: string) =>
  Answer.parse(await postJson(url, impactBody(fieldId))).data.impact;

const VERIFY = `query($id: ID!) { verifyImpact(id: $id) { complete checkedFields checkedEdges } }`;
const Verification = z.object({
  data: z.object({
    verifyImpact: z.object({ complete: z.boolean(), checkedFields: z.number(), checkedEdges: z.number() }),
  }),
});

/** Has the impact of a field checked against the database. */
export async function verify(url: string, fieldId: string) {
  const body = JSON.stringify({ query: VERIFY, variables: { id: globalId(fieldId) } });
  return Verification.parse(await postJson(url, body)).data.verifyImpact;
}

/** Fields in the rings of an impact. */
export async function fieldsByRing(url: string, fieldId: string): Promise<number[]> {
  const { byRing } = await ask(url, fieldId);
  return ['CLEARTEXT', 'MASKED', 'INFLUENCED'].map(
    (ring) => byRing.find((group) => group.ring === ring)?.fieldCount ?? 0,
  );
}

/** An OpenLineage event: a job that copies one column into a table of its own. */
function event(namespace: string, dataset: string, column: string, target: string) {
  const facet = { _producer: 'https://example.org/bench', _schemaURL: 'https://example.org/bench.json' };
  const transformations = [{ type: 'DIRECT', subtype: 'IDENTITY' }];
  const inputFields = [{ namespace, name: dataset, field: column, transformations }];
  return {
    eventType: 'COMPLETE',
    eventTime: new Date().toISOString(),
    producer: facet._producer,
    run: { runId: crypto.randomUUID() },
    job: { namespace: 'bench', name: `copy to ${target}` },
    inputs: [{ namespace, name: dataset }],
    outputs: [
      {
        namespace,
        name: target,
        facets: { columnLineage: { ...facet, fields: { [column]: { inputFields } } } },
      },
    ],
  };
}

const VISIBLE_WITHIN_MS = 60_000;

/** Posts a copy of a field and asks until the copy is in its impact: milliseconds from the API's acceptance. */
export async function timeUntilVisible(
  url: string,
  field: { id: string; namespace: string; dataset: string; column: string },
  target: string,
): Promise<number> {
  const before = (await ask(url, field.id)).fieldCount;
  const response = await fetch(`${url}/api/v1/lineage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event(field.namespace, field.dataset, field.column, target)),
  });
  if (response.status !== 201) throw new Error(`the event was refused: ${await response.text()}`);
  const since = performance.now();
  while ((await ask(url, field.id)).fieldCount === before) {
    if (performance.now() - since > VISIBLE_WITHIN_MS) throw new Error('the change was not seen in a minute');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - since;
}
