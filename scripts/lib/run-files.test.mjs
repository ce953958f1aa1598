import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityOf, isRunning } from './processes.mjs';
import {
  readJson,
  recordChild,
  recordedChildren,
  removeDrafts,
  takeLock,
  writeAtomically,
} from './run-files.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yuanliu-run-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const me = () => ({ pid: process.pid, identity: identityOf(process.pid) });

describe('takeLock', () => {
  it('is held once and free again after its release', () => {
    const file = join(folder, 'lock.json');
    const lock = takeLock(file);
    expect(lock.held).toBe(true);
    expect(takeLock(file)).toEqual({ held: false, holder: me() });
    lock.release();
    expect(takeLock(file).held).toBe(true);
  });

  it('takes over from a starter that is gone, from a reused pid and from a file cut short', () => {
    const file = join(folder, 'lock.json');
    const gone = JSON.stringify({ pid: 2 ** 22 + 1, identity: '1' });
    const reused = JSON.stringify({ pid: process.pid, identity: 'an earlier process' });
    for (const stale of [gone, reused, '', '{"pid":']) {
      writeFileSync(file, stale);
      const lock = takeLock(file);
      expect(lock.held).toBe(true);
      lock.release();
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('run files', () => {
  it('reads nothing from a missing or broken file', () => {
    expect(readJson(join(folder, 'none.json'))).toBeUndefined();
    writeFileSync(join(folder, 'half.json'), '{"web":');
    expect(readJson(join(folder, 'half.json'))).toBeUndefined();
  });

  it('writes whole files and removes the drafts of killed writers', () => {
    writeAtomically(join(folder, 'state.json'), '{"a":1}');
    writeFileSync(join(folder, `state.json.${2 ** 22 + 1}.tmp`), '{');
    removeDrafts(folder);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('lists the recorded children that still run', () => {
    recordChild(folder, { role: 'api', port: 4000, ...me() });
    recordChild(folder, { role: 'web', port: 3000, pid: 2 ** 22 + 1, identity: '1' });
    expect(recordedChildren(folder)).toEqual([{ role: 'api', port: 4000, ...me() }]);
    expect(isRunning(me())).toBe(true);
  });
});
