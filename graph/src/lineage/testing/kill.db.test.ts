import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clearDatabase, testDb } from '../../testing/index.js';
import { ingestEvents } from '../ingest-events.js';
import { sampleEvent } from '../sample-events.js';
import { type AfterKill, killRun } from './kill-run.js';

/** `npm run faults` asks for 50. */
const KILLS = Number(process.env.YUANLIU_KILLS ?? 6);
const TABLES = 20;
const COLUMNS = 100;

const db = testDb();
const home = mkdtempSync(join(tmpdir(), 'yuanliu-kill-'));
beforeAll(async () => {
  await clearDatabase(db);
  const columns = Array.from({ length: COLUMNS }, (_, i) => i);
  const events = Array.from({ length: TABLES }, (_, t) =>
    sampleEvent({
      job: `j${t}`,
      at: '2026-03-01T00:00:00Z',
      outputs: {
        [`t${t + 1}`]: Object.fromEntries(
          columns.map((c) => [
            `c${c}`,
            [
              [`t${t}`, `c${c}`],
              [`t${t}`, `c${(c + 1) % COLUMNS}`],
            ],
          ]),
        ),
      },
    }),
  );
  await ingestEvents(db, events, { receivedAt: '2026-11-01T00:00:00Z' });
});
afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  await db.close();
});

const UNUSABLE = /its file cannot be used: (there is none|it ends too early|its length is not what it says)/;

it(
  `is ready again and equal to a build after each of ${KILLS} kills at random moments`,
  async () => {
    const found = await killRun(db, home, KILLS, Math.random);
    if (KILLS > 6) console.log(summary(found));
    for (const after of found) {
      const told = JSON.stringify(after);
      expect(after.differences, told).toEqual([]);
      expect(after.left, told).toEqual([]);
      // A file is never half written: only what was removed or torn before is missing.
      if (after.source === 'BUILT') expect(after.notes.join(), told).toMatch(UNUSABLE);
      if (after.file === 'kept') expect(after.source, told).toBe('FILE');
    }
    expect(found).toHaveLength(KILLS);
  },
  30_000 + KILLS * 20_000,
);

function summary(found: readonly AfterKill[]): string {
  const count = (test: (after: AfterKill) => boolean) => found.filter(test).length;
  const parts = [
    `${found.length} kills`,
    `${count(({ moment }) => moment === 'opening')} while loading or building`,
    `${count(({ moment }) => moment === 'ready')} while writing, following and saving`,
    `${count(({ file }) => file !== 'kept')} with the file removed or torn before`,
    `next start: ${count(({ source }) => source === 'FILE')} from the file, ${count(({ source }) => source === 'BUILT')} built`,
    `differences: ${count(({ differences }) => differences.length > 0)}`,
  ];
  return parts.join('; ');
}
