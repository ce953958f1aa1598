import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Unavailable } from '../errors.js';
import { datasetIdOf, fieldIdOf } from '../model/index.js';
import { clearDatabase, testDb } from '../testing/index.js';
import { ingestEvents } from './ingest-events.js';
import { createLineageService, type LineageService } from './lineage-service.js';
import { type SampleEvent, sampleEvent, sampleRef } from './sample-events.js';

const db = testDb();
let service: LineageService;
beforeEach(async () => {
  await clearDatabase(db);
  service = createLineageService(db, { pollMs: 50 });
});
afterEach(() => service.stop());
afterAll(() => db.close());

const field = (dataset: string, path: string) => {
  const { namespace, name } = sampleRef(dataset);
  return { kind: 'FIELD', id: fieldIdOf(datasetIdOf(namespace, name), path) } as const;
};
const ingest = (...samples: SampleEvent[]) =>
  ingestEvents(db, samples.map(sampleEvent), { receivedAt: '2026-11-01T00:00:00Z' });

// a.x ─► b.x ─► c.x
const AB: SampleEvent = { job: 'ab', at: '2026-03-01T00:00:00Z', outputs: { b: { x: [['a', 'x']] } } };
const BC: SampleEvent = { job: 'bc', at: '2026-03-02T00:00:00Z', outputs: { c: { x: [['b', 'x']] } } };

describe('the lineage service', () => {
  it('is unavailable before the first build', () => {
    expect(() => service.current()).toThrow(Unavailable);
    expect(service.status()).toMatchObject({ version: null, levelAt: null });
  });

  it('answers on an empty store', async () => {
    await service.start();
    expect(service.current().counts).toMatchObject({ fields: 0, edges: 0 });
  });

  it('answers from what was ingested, and catches up by itself', async () => {
    await ingest(AB);
    await service.start();
    const before = service.current();
    expect(await before.impact(field('a', 'x'))).toMatchObject({ fieldCount: 1, datasetCount: 1 });
    await ingest(BC);
    await expect
      .poll(async () => (await service.current().impact(field('a', 'x'))).fieldCount, { timeout: 10_000 })
      .toBe(2);
    expect((await before.impact(field('a', 'x'))).fieldCount).toBe(1);
    expect(service.status()).toMatchObject({ source: 'DELTA', version: service.current().version });
  });

  it('has every change committed before a refresh', async () => {
    await service.refresh();
    await ingest(AB, BC);
    await service.refresh();
    expect((await service.current().impact(field('a', 'x'))).fieldCount).toBe(2);
  });

  it('moves on to the number of a change that it does not hold', async () => {
    await ingest(AB);
    await service.refresh();
    const built = service.current();
    await ingest({ ...AB, outputs: {}, state: 'RUNNING', at: '2026-03-01T01:00:00Z' });
    await service.refresh();
    expect(service.current().version).toBeGreaterThan(built.version);
    expect((await service.current().impact(field('a', 'x'))).fieldCount).toBe(1);
  });

  it('tells what was believed before a later event ended an edge', async () => {
    await ingest(AB);
    await ingestEvents(
      db,
      [sampleEvent({ ...AB, at: '2026-03-05T00:00:00Z', outputs: { b: { x: [['d', 'x']] } } })],
      {
        receivedAt: '2026-11-02T00:00:00Z',
      },
    );
    await service.refresh();
    const index = service.current();
    const count = async (asOf: { valid?: string; recorded?: string }) =>
      (await index.impact(field('a', 'x'), { asOf })).fieldCount;
    expect(await count({})).toBe(0);
    expect(await count({ valid: '2026-03-04T00:00:00Z' })).toBe(1);
    expect(await count({ valid: '2026-03-06T00:00:00Z', recorded: '2026-11-01T12:00:00Z' })).toBe(1);
    expect(await count({ valid: '2026-03-06T00:00:00Z' })).toBe(0);
  });
});
