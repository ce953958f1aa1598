import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clearDatabase, testDb } from '../testing/index.js';
import { ingestEvents } from './ingest-events.js';
import { createLineageService, type LineageService } from './lineage-service.js';
import { type SampleEvent, sampleEvent } from './sample-events.js';

const db = testDb();
const homes: string[] = [];
const services: LineageService[] = [];
let notes: string[] = [];

/** A service as one API process has it; `home`: where its file is. */
function aService(home: string): LineageService {
  const service = createLineageService(db, {
    home,
    pollMs: 50,
    threads: 1,
    onNote: (_level, text) => notes.push(text),
  });
  services.push(service);
  return service;
}
function aHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'yuanliu-home-'));
  homes.push(home);
  return home;
}
const fileOf = (home: string) => join(home, 'lineage-index', 'current.idx');
const ingest = (...events: SampleEvent[]) =>
  ingestEvents(db, events.map(sampleEvent), { receivedAt: '2026-11-01T00:00:00Z' });
const flow = (n: number): SampleEvent => ({
  job: `j${n}`,
  at: '2026-03-01T00:00:00Z',
  outputs: { [`t${n + 1}`]: { x: [[`t${n}`, 'x']] } },
});

beforeAll(() => clearDatabase(db));
beforeEach(() => {
  notes = [];
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.stop()));
});
afterAll(async () => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
  await db.close();
});

describe('the life of an index', () => {
  it('is followed by each of two services on one store', async () => {
    const both = [aService(aHome()), aService(aHome())];
    await Promise.all(both.map((service) => service.start()));
    await ingest(flow(1), flow(2));
    for (const service of both) {
      await expect.poll(() => service.current().counts.edges, { timeout: 20_000 }).toBe(2);
    }
  });

  it('is loaded from its file and caught up, without a build', async () => {
    const home = aHome();
    const first = aService(home);
    await first.start();
    await first.stop();
    await ingest(flow(3));
    notes = [];
    const second = aService(home);
    await second.start();
    expect(second.status()).toMatchObject({ source: 'FILE', check: null });
    expect(second.current().counts.edges).toBe(3);
    expect(notes).toEqual([]);
    expect(await second.check()).toMatchObject({ equal: true, differences: [] });
  });

  it('is built again when its file is torn, and the new file is good', async () => {
    const home = aHome();
    await stopped(home);
    truncateSync(fileOf(home), 1000);
    notes = [];
    await stopped(home);
    expect(notes).toEqual([expect.stringContaining('its length is not what it says')]);
    notes = [];
    await stopped(home);
    expect(notes).toEqual([]);
  });

  it('is built again when its file is ahead of the store, as after a backup was put back', async () => {
    const home = aHome();
    await stopped(home);
    await ingest(flow(4));
    await stopped(home);
    await clearDatabase(db);
    await ingest(flow(1));
    notes = [];
    const service = aService(home);
    await service.start();
    expect(notes).toEqual([expect.stringContaining('another history')]);
    expect(service.current().counts.edges).toBe(1);
  });

  it('is built again while it answers when the store is put back under it', async () => {
    const service = aService(aHome());
    await ingest(flow(2), flow(3));
    await service.start();
    const before = service.current();
    await clearDatabase(db);
    await ingest(flow(1));
    await expect.poll(() => service.current().counts.edges, { timeout: 20_000 }).toBe(1);
    // Told just after the new index is there.
    await expect.poll(() => notes.some((note) => note.includes('another history'))).toBe(true);
    expect((await before.departmentGrades())[0]?.fieldCount).toBe(before.counts.fields);
  });

  it('is replaced where a check finds it wrong, and says what differed', async () => {
    const service = aService(aHome());
    await service.start();
    const edges = service.current().counts.edges;
    // Past the change log: what no follower can see.
    await db.driver.executeQuery('MATCH ()-[r:FLOWS_TO]->() DELETE r');
    await service.refresh();
    expect(service.current().counts.edges).toBe(edges);
    const check = await service.check();
    expect(check).toMatchObject({ equal: false, differences: [{ part: 'EDGES', index: edges, graph: 0 }] });
    expect(service.status()).toMatchObject({ source: 'BUILT', check });
    expect(service.current().counts.edges).toBe(0);
    expect(notes.at(-1)).toContain('differed from the graph');
    expect(await service.check()).toMatchObject({ equal: true });
  });
});

/** Starts a service on a home and stops it again, so that its file is there. */
async function stopped(home: string): Promise<void> {
  const service = aService(home);
  await service.start();
  await service.stop();
}
