import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../db/index.js';
import { compareFingerprints, fingerprintOf, type IndexData, unpackIndexData } from '../../index/index.js';
import { createKeeper } from '../keep/keeper.js';
import type { IndexSource } from '../keep/messages.js';
import { readPacked, readWhole } from '../keep/read-whole.js';

/** What was found after a process was killed. */
export interface AfterKill {
  /** When it was killed: before it was ready, or after, while it wrote, followed and saved. */
  moment: 'opening' | 'ready';
  afterMs: number;
  /** What was done to the file before the process started. */
  file: 'kept' | 'removed' | 'torn';
  /** Where the next keeper found its index; BUILT only where there was no file that could be used. */
  source: IndexSource;
  notes: string[];
  /** Parts in which that differs from a build; must be none. */
  differences: string[];
  /** What lies beside the file; must be nothing. */
  left: string[];
}

/**
 * Kills a busy keeper at `kills` random moments, one after another on the same home, and looks after each whether the
 * next keeper is ready and holds what a build gives. `random`: 0 to 1.
 */
export async function killRun(
  db: Db,
  home: string,
  kills: number,
  random: () => number,
): Promise<AfterKill[]> {
  const path = join(home, 'lineage-index', 'current.idx');
  const usual = await timeToOpen(home);
  const found: AfterKill[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const file = harm(path, random());
    const moment = kill % 2 === 0 ? 'opening' : 'ready';
    const afterMs = Math.round(random() * (moment === 'opening' ? 1.2 * usual : 1_000));
    const busy = start(home, kill * 10_000);
    await busy.said(moment);
    await sleep(afterMs);
    await busy.kill();
    found.push({ moment, afterMs, file, ...(await examine(db, path)) });
  }
  return found;
}

/** Milliseconds from opening to being ready, where there is no file. */
async function timeToOpen(home: string): Promise<number> {
  const busy = start(home, 0);
  await busy.said('opening');
  const since = performance.now();
  await busy.said('ready');
  const usual = performance.now() - since;
  await busy.kill();
  return usual;
}

function harm(path: string, chance: number): AfterKill['file'] {
  if (!existsSync(path)) return 'removed';
  if (chance > 0.5) return 'kept';
  if (chance < 0.25) {
    rmSync(path);
    return 'removed';
  }
  truncateSync(path, Math.floor(statSync(path).size * 2 * (chance - 0.25)));
  return 'torn';
}

async function examine(db: Db, path: string) {
  const notes: string[] = [];
  let held: { data: IndexData; source: IndexSource } | null = null;
  const keeper = createKeeper({
    db,
    build: () => readPacked(db),
    file: path,
    saveEveryMs: Number.POSITIVE_INFINITY,
    emit(event) {
      if (event.type === 'published') held = { data: unpackIndexData(event.packed), source: event.source };
      if (event.type === 'note') notes.push(event.text);
    },
  });
  await keeper.refresh();
  if (held === null) throw new Error('nothing was published');
  const { data, source } = held as { data: IndexData; source: IndexSource };
  const fresh = await readWhole(db);
  const differences = compareFingerprints(fingerprintOf(data), fingerprintOf(fresh.data));
  // What was removed or torn would otherwise be missing at the next kill too, if that comes before a save.
  await keeper.save();
  const beside = existsSync(dirname(path)) ? readdirSync(dirname(path)) : [];
  return {
    source,
    notes,
    differences: differences.map(({ part }) => part),
    left: beside.filter((name) => !path.endsWith(name)),
  };
}

function start(home: string, first: number) {
  const script = join(import.meta.dirname, 'keep-until-killed.ts');
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=source', script, home, String(first)],
    { stdio: ['ignore', 'pipe', 'pipe'], env: process.env },
  );
  let output = '';
  let faults = '';
  child.stdout?.on('data', (text) => {
    output += text;
  });
  child.stderr?.on('data', (text) => {
    faults += text;
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    async said(word: string): Promise<void> {
      while (!output.includes(`${word}\n`)) {
        if (child.exitCode !== null) throw new Error(`the keeper ended by itself: ${faults.slice(-2000)}`);
        await sleep(5);
      }
    },
    async kill(): Promise<void> {
      if (child.exitCode !== null) throw new Error(`the keeper ended by itself: ${faults.slice(-2000)}`);
      child.kill('SIGKILL');
      await ended;
    },
  };
}
