// npm packages of the workspaces: installed exactly as package-lock.json says.
import { join } from 'node:path';
import { readJson } from './run-files.mjs';
import { buildEnvironment } from './settings.mjs';

/**
 * True when every package of the lock file is in node_modules in the same version. npm writes the record
 * that we compare with (node_modules/.package-lock.json) last, so an interrupted install is seen as missing.
 */
export function packagesAreCurrent(repo) {
  const wanted = readJson(join(repo, 'package-lock.json'))?.packages;
  const present = readJson(join(repo, 'node_modules', '.package-lock.json'))?.packages;
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true;
    const found = present[path];
    if (found === undefined) return entry.optional === true; // of another platform
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** Installs the packages with `npm ci` when they are missing or differ from the lock file. */
export async function installPackages({ supervisor, repo, logs, onNote }) {
  if (packagesAreCurrent(repo)) return 'current';
  let fetched = 0;
  await supervisor.runTask({
    role: 'npm-ci',
    command: 'npm',
    args: [
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--no-progress',
      '--loglevel=http',
    ],
    cwd: repo,
    env: buildEnvironment(),
    logFile: join(logs, 'npm.log'),
    onLine: (line) => {
      if (!line.startsWith('npm http')) return;
      fetched += 1;
      onNote?.(`${fetched} 个包已取得 / packages fetched`);
    },
  });
  return 'installed';
}

/** Builds all workspaces; turbo's cache decides what has changed. */
export async function buildWorkspaces({ supervisor, repo, logs, onNote }) {
  let cached = '';
  await supervisor.runTask({
    role: 'build',
    command: join(repo, 'node_modules', '.bin', 'turbo'),
    args: ['run', 'build', '--ui=stream', '--output-logs=new-only', '--no-daemon'],
    cwd: repo,
    env: buildEnvironment(),
    logFile: join(logs, 'build.log'),
    onLine: (line) => {
      cached = /Cached:\s+(.*)/.exec(line)?.[1] ?? cached;
      onNote?.(line);
    },
  });
  return cached;
}
