import { type BrokenLine, testDbOverLine } from '@yuanliu/graph/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillSampleCatalogue, ids } from './testing/sample-catalogue.js';
import { sampleEvent } from './testing/sample-event.js';
import { startTestApi, type TestApi } from './testing/test-api.js';

let test: TestApi;
let line: BrokenLine;
let url: string;
beforeAll(async () => {
  const over = await testDbOverLine();
  line = over.line;
  test = await startTestApi({ db: over.db });
  await fillSampleCatalogue(test);
  await test.graph.lineage.start();
  url = await test.listen();
});
afterAll(async () => {
  await test.close();
  await line.cut();
});

const IMPACT = `query($id: ID!) {
  impact(id: $id) { fieldCount interfaceCount byRing { ring fieldCount } start { label }
    completeness { complete ageSeconds snapshotVersion latestVersion digest } } }`;
interface Answered {
  impact: {
    fieldCount: number;
    start: { label: string };
    completeness: { complete: boolean; ageSeconds: number; snapshotVersion: number };
  };
}
const FILE = `mutation($id: ID!) { fileGrade(input: {id: $id, grade: L4, reason: "r"}) {
  __typename ... on FileGradeSuccess { field { grade } } } }`;
const id = ids.field('ods.person', 'zjhm');
const ready = async () => (await fetch(`${url}/readyz`)).status;

it('goes on answering while the database is away, says how old that is, and recovers by itself', async () => {
  const before = await test.ask<Answered>(IMPACT, { id });
  expect(before.impact).toMatchObject({ start: { label: '证件号码' }, completeness: { complete: true } });
  await expect.poll(ready, { timeout: 20_000 }).toBe(200);
  await line.cut();

  const { impact } = await test.ask<Answered>(IMPACT, { id });
  const { ageSeconds: _a, ...visited } = before.impact.completeness;
  const { start: _s, completeness: _c, ...counts } = before.impact;
  expect(impact).toMatchObject({ ...counts, completeness: visited });
  expect(impact.start.label).not.toBe('');
  const again = await test.ask<Answered>(IMPACT, { id });
  expect(again.impact.completeness.ageSeconds).toBeGreaterThan(impact.completeness.ageSeconds);
  expect(await ready()).toBe(503);

  const refused = await test.query<null>(FILE, { id });
  expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
  const send = async (body: object) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${url}/api/v1/lineage`, { method: 'POST', headers, body: JSON.stringify(body) }))
      .status;
  };
  expect(await send({})).toBe(400);
  const meanwhile = sampleEvent({ job: 'away', from: 'away.in', to: 'away.out', columns: { a: 'a' } });
  expect(await send(meanwhile)).toBe(201);
  await expect.poll(() => test.graph.ingest.inbox()?.stuck, { timeout: 40_000 }).toEqual(expect.any(String));
  expect(test.graph.ingest.inbox()).toMatchObject({ waiting: 2, built: 0 });

  await line.mend();
  await expect
    .poll(async () => (await test.query(FILE, { id })).errors, { timeout: 30_000, interval: 500 })
    .toBeUndefined();
  await expect.poll(ready, { timeout: 20_000 }).toBe(200);
  await test.graph.ingest.built();
  expect(test.graph.ingest.inbox()).toMatchObject({ waiting: 0, built: 1, refused: 1, stuck: null });
  const after = await test.ask<Answered>(IMPACT, { id });
  expect(after.impact.start.label).toBe('证件号码');
  expect(after.impact.completeness.snapshotVersion).toBeGreaterThan(visited.snapshotVersion);
});
