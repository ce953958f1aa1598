import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleEvent } from '../../testing/sample-event.js';
import { startTestApi, type TestApi } from '../../testing/test-api.js';

// raw ─(one)─► mid ─(two)─► end
let test: TestApi;
let url: string;
const EVENTS = [
  sampleEvent({ job: 'one', from: 'raw', to: 'mid', columns: { b: 'a' } }),
  sampleEvent({ job: 'two', from: 'mid', to: 'end', columns: { c: 'b' } }),
];
beforeAll(async () => {
  test = await startTestApi();
  url = await test.listen();
  await test.graph.ingest.lineage(EVENTS, { receivedAt: '2026-11-01T00:00:00Z' });
});
afterAll(() => test.close());

interface Event {
  job: { namespace: string; name: string };
  outputs: { namespace: string; name: string }[];
}
const first = EVENTS[0] as unknown as Event;
const NAMESPACE = first.outputs[0]?.namespace as string;
const dataset = (name: string) => `dataset:${NAMESPACE}:${name}`;
const job = (name: string) => `job:${first.job.namespace}:${name}`;
async function get<T = Record<string, never>>(path: string): Promise<{ status: number; body: T }> {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, body: (await response.json()) as T };
}
interface Lineage {
  graph: { id: string; type: string; inEdges: object[]; outEdges: object[]; data: Record<string, unknown> }[];
  truncated: boolean;
}
const lineage = async (nodeId: string, depth: number) =>
  (await get<Lineage>(`/api/v1/lineage?nodeId=${encodeURIComponent(nodeId)}&depth=${depth}`)).body;

it('gives jobs and datasets around a node, as far as was asked, and says when there is more', async () => {
  const whole = await lineage(dataset('mid'), 20);
  expect(whole.graph.map(({ id }) => id).sort()).toEqual(
    [dataset('raw'), dataset('mid'), dataset('end'), job('one'), job('two')].sort(),
  );
  expect(whole.truncated).toBe(false);
  expect(whole.graph.find(({ id }) => id === job('two'))).toMatchObject({
    type: 'JOB',
    inEdges: [{ origin: dataset('mid'), destination: job('two') }],
    outEdges: [{ origin: job('two'), destination: dataset('end') }],
    data: {
      ...{
        name: 'two',
        inputs: [{ namespace: NAMESPACE, name: 'mid' }],
        outputs: [{ namespace: NAMESPACE, name: 'end' }],
      },
      latestRun: { state: 'COMPLETED' },
    },
  });
  expect(whole.graph.find(({ id }) => id === dataset('mid'))).toMatchObject({
    ...{ type: 'DATASET', data: { id: { namespace: NAMESPACE, name: 'mid' }, fields: [{ name: 'b' }] } },
  });
  const near = await lineage(job('one'), 1);
  expect(near.graph.map(({ id }) => id).sort()).toEqual([dataset('mid'), dataset('raw'), job('one')].sort());
  expect(near.truncated).toBe(true);
});

it('gives events as they came, by time and by pages', async () => {
  const all = await get<{ events: object[]; totalCount: number }>('/api/v1/events/lineage?sortDirection=asc');
  expect(all.body.totalCount).toBe(2);
  expect(all.body.events).toEqual(expect.arrayContaining(EVENTS));
  const page = await get<{ events: object[]; totalCount: number }>('/api/v1/events/lineage?limit=1&offset=1');
  expect([page.body.events.length, page.body.totalCount]).toEqual([1, 2]);
  const none = await get<{ totalCount: number }>('/api/v1/events/lineage?before=2001-01-01T00:00:00Z');
  expect(none.body.totalCount).toBe(0);
});

it('gives namespaces and their datasets', async () => {
  const { body } = await get<{ namespaces: { name: string }[] }>('/api/v1/namespaces');
  expect(body.namespaces.map(({ name }) => name)).toEqual([NAMESPACE]);
  const path = `/api/v1/namespaces/${encodeURIComponent(NAMESPACE)}/datasets`;
  const page = await get<{ datasets: { name: string }[]; totalCount: number }>(`${path}?limit=2`);
  expect(page.body).toMatchObject({ datasets: [{ name: 'end' }, { name: 'mid' }], totalCount: 3 });
  expect(await get(`${path}/raw`)).toMatchObject({
    status: 200,
    body: { name: 'raw', fields: [{ name: 'a' }] },
  });
});

it.each([
  ['/api/v1/lineage', 400],
  ['/api/v1/lineage?nodeId=table:a:b', 400],
  ['/api/v1/lineage?nodeId=dataset:nowhere:b', 404],
  ['/api/v1/lineage?nodeId=dataset:a:b&depth=1000', 400],
  ['/api/v1/events/lineage?limit=0', 400],
  ['/api/v1/events/lineage?after=yesterday', 400],
  ['/api/v1/namespaces/a/datasets/b', 404],
  ['/api/v1/namespaces/%ZZ/datasets', 400],
  ['/api/v1/namespaces/a', 404],
])('answers %s with %i', async (path, status) => {
  expect((await get(path)).status).toBe(status);
});
