// Locks of a home and of a clone: one start at a time, and none is blocked by a starter that was killed.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, removeDrafts, runFolder, takeLock } from './run-files.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The lock of a home. Returns `{ release }`, or `{ state }` with the addresses when the home is running.
 * While another start of the home is under way it waits, and tells `onWait(pid)`.
 */
export async function lockHome(home, onWait = () => {}) {
  mkdirSync(runFolder(home), { recursive: true, mode: 0o700 });
  removeDrafts(runFolder(home));
  for (;;) {
    const lock = takeLock(join(runFolder(home), 'starter.json'));
    if (lock.held) return { release: lock.release };
    const state = readJson(join(runFolder(home), 'state.json'));
    if (state?.starter === lock.holder.pid) return { state };
    onWait(lock.holder.pid);
    await sleep(300);
  }
}

/** Runs `work` while no other start installs or builds in this clone. */
export async function withCloneLock({ cache, repo, onWait = () => {} }, work) {
  const folder = join(cache, 'locks');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${createHash('sha256').update(repo).digest('hex').slice(0, 16)}.json`);
  let lock = takeLock(file);
  while (!lock.held) {
    onWait(lock.holder.pid);
    await sleep(300);
    lock = takeLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
