// What a home remembers about its running processes: run/starter.json (the lock), run/<role>.json (one per
// child) and run/state.json (addresses, written when all is ready).
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isRunning } from './processes.mjs';

/** Where a home keeps its run files. */
export const runFolder = (home) => join(home, 'run');

/** The JSON of a file; undefined when it is missing, cut short or not an object. */
export function readJson(file) {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a whole file or nothing: a killed writer leaves the old content. */
export function writeAtomically(file, text, mode = 0o600) {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, text, { mode });
  renameSync(draft, file);
}

/** Removes drafts that killed writers left in a folder. */
export function removeDrafts(folder) {
  for (const name of readdirSync(folder)) {
    const pid = /\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && identityOf(Number(pid)) === undefined)
      rmSync(join(folder, name), { force: true });
  }
}

/**
 * Takes the lock of a home. Returns `{ held: true, release }`, or `{ held: false, holder }` when another
 * starter that still runs has it. The lock of a starter that is gone is taken over.
 */
export function takeLock(file, extra = {}) {
  const mine = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid), ...extra });
  const draft = `${file}.${process.pid}.tmp`;
  for (;;) {
    writeFileSync(draft, mine, { mode: 0o600 });
    try {
      linkSync(draft, file); // fails when the lock exists: the one atomic step
      rmSync(draft, { force: true });
      return {
        held: true,
        release: () => readJson(file)?.pid === process.pid && rmSync(file, { force: true }),
      };
    } catch (error) {
      rmSync(draft, { force: true });
      if (error.code !== 'EEXIST') throw error;
    }
    const seen = readFileText(file);
    const holder = readJson(file);
    if (holder !== undefined && isRunning(holder)) return { held: false, holder };
    dropStale(file, seen);
  }
}

function readFileText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Moves a stale lock away; when another starter has just renewed it, puts that one back. */
function dropStale(file, seen) {
  const aside = `${file}.stale.${process.pid}.tmp`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readFileText(aside) !== seen) {
    try {
      linkSync(aside, file);
    } catch {
      // A third starter has the lock already; it is alive and will be seen in the next round.
    }
  }
  rmSync(aside, { force: true });
}

/** Writes down a child so that a later start can find it. */
export function recordChild(home, record) {
  mkdirSync(runFolder(home), { recursive: true });
  writeAtomically(join(runFolder(home), `${record.role}.json`), JSON.stringify(record));
}

/** Forgets a child. */
export function forgetChild(home, role) {
  rmSync(join(runFolder(home), `${role}.json`), { force: true });
}

/** The children that a home has written down and that still run. */
export function recordedChildren(home) {
  let names = [];
  try {
    names = readdirSync(runFolder(home));
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith('.json') && name !== 'state.json' && name !== 'starter.json')
    .map((name) => readJson(join(runFolder(home), name)))
    .filter((record) => record?.role !== undefined && isRunning(record));
}
