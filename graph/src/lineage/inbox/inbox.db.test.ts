import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { clearDatabase, testDb, testDbOverLine } from '../../testing/index.js';
import { sampleEvent } from '../sample-events.js';
import { createAppender } from './appender.js';
import { type Inbox, openInbox } from './inbox.js';
import { pathOf } from './segments.js';

const db = testDb();
const AT = '2026-11-01T00:00:00Z';
let home: string;
let inbox: Inbox | null = null;
beforeEach(async () => {
  await clearDatabase(db);
  home = await mkdtemp(join(tmpdir(), 'yuanliu-inbox-'));
});
afterEach(async () => {
  await inbox?.close();
  inbox = null;
  await rm(home, { recursive: true, force: true });
});
afterAll(() => db.close());

const open = async (connection = db.options) => {
  inbox = await openInbox({ home, connection });
  return inbox;
};
const event = (n: number) =>
  sampleEvent({ job: `n${n}`, at: '2026-04-01T00:00:00Z', outputs: { out: { x: [['in', `c${n}`]] } } });
const numbers = async (text: string) =>
  (await db.read((tx) => tx.run(text))).records
    .map((record) => Number(record.get('n')))
    .sort((a, b) => a - b);
const jobs = () => numbers('MATCH (j:Job) RETURN substring(j.name, 1) AS n');
/** Of each event one fact, however often it was built. */
const accepted = () =>
  numbers(
    "MATCH (c:Change {kind: 'job.observed'}) RETURN split(split(c.afterJson, '\"name\":\"n')[1], '\"')[0] AS n",
  );
const range = (count: number) => Array.from({ length: count }, (_, n) => n);

it('builds what it accepted, in order, and keeps what was refused; segments that are built go', async () => {
  const { accept, built, status } = await open();
  const { readings, place } = await accept([event(0), { nonsense: true }, event(1), event(0)], AT);
  expect(readings.map(({ ok }) => ok)).toEqual([true, false, true, true]);
  await built(place);
  expect(await jobs()).toEqual([0, 1]);
  expect(status()).toMatchObject({
    waiting: 0,
    oldestAt: null,
    built: 2,
    duplicates: 1,
    refused: 1,
    failed: 0,
    stuck: null,
  });
  const refused = await db.read((tx) =>
    tx.run('MATCH (e:RefusedEvent) RETURN e.receivedAt AS at, e.body AS body'),
  );
  expect(refused.records.map((r) => r.toObject())).toEqual([
    { at: '2026-11-01T00:00:00Z', body: '{"nonsense":true}' },
  ]);
  await inbox?.close();
  const again = await open();
  await again.accept([event(2)], AT);
  await again.built();
  expect(await jobs()).toEqual(range(3));
  expect((await readdir(join(home, 'inbox'))).filter((name) => name.endsWith('.ndjson'))).toHaveLength(1);
});

it('takes up what an earlier process left, torn and damaged lines too', async () => {
  await (await open()).close();
  const folder = join(home, 'inbox');
  const appender = createAppender(folder, 1);
  const line = (n: number) => JSON.stringify({ receivedAt: AT, event: event(n) });
  await appender.append([line(0), line(1)]);
  await appender.close();
  await appendFile(pathOf(folder, 1), `00000000 ${line(7)}\n`);
  await appendFile(pathOf(folder, 1), '0123 {"torn');
  const { built, status } = await open();
  await built();
  expect(await jobs()).toEqual([0, 1]);
  expect(status()).toMatchObject({ built: 2, failed: 1, catchingUp: false });
  expect((await readdir(folder)).filter((name) => name.endsWith('.damaged'))).toHaveLength(1);
});

it('accepts while the database is away and builds when it is back', async () => {
  const { db: over, line } = await testDbOverLine();
  const { accept, built, status } = await open(over.options);
  await accept([event(0)], AT);
  await built();
  await line.cut();
  for (let n = 1; n < 30; n++) await accept([event(n)], AT);
  await expect.poll(() => status().stuck, { timeout: 40_000 }).toEqual(expect.any(String));
  expect(status()).toMatchObject({ waiting: 29, built: 1 });
  await expect(built(undefined, 10)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await line.mend();
  await built();
  expect(await jobs()).toEqual(range(30));
  expect(status()).toMatchObject({ waiting: 0, built: 30, stuck: null });
  await over.close();
  await line.cut();
});

const KILLS = Number(process.env.YUANLIU_KILLS ?? 5);

it(
  'loses nothing that was acknowledged and builds nothing twice, killed at any moment',
  async () => {
    const acknowledged = new Set<number>();
    for (let kill = 0; kill < KILLS; kill++) {
      const child = spawn(
        process.execPath,
        [
          ...['--import', 'tsx', '--conditions=source'],
          ...[join(import.meta.dirname, 'testing', 'accept-until-killed.ts'), home, String(kill * 100_000)],
        ],
        { stdio: ['ignore', 'pipe', 'inherit'], env: process.env },
      );
      let said = '';
      child.stdout.on('data', (text) => {
        said += text;
      });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      while (!said.includes('\n') && child.exitCode === null) await sleep(5);
      await sleep(Math.random() * 700);
      child.kill('SIGKILL');
      await ended;
      // The last line may be torn as well.
      for (const n of said.slice(0, said.lastIndexOf('\n')).split('\n')) acknowledged.add(Number(n));
    }
    const { built, status } = await open();
    await built();
    const found = await accepted();
    expect(new Set(found).size).toBe(found.length);
    const there = new Set(found);
    expect([...acknowledged].filter((n) => !there.has(n))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(KILLS);
    expect(status()).toMatchObject({ waiting: 0, failed: 0 });
  },
  30_000 + KILLS * 15_000,
);
