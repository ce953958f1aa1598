// A whole demonstration as a child process, for the end-to-end tests: `start.mjs --json` on a home of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { MARKS, ownerText } from './processes.mjs';
import { buildEnvironment, REPO } from './settings.mjs';

/** The environment of a demonstration: its home, the shared cache and three ports of its own. */
export async function demoEnvironment({ home, cache, seed = 'changning' }) {
  const ports = new Set();
  while (ports.size < 3) ports.add(await freePort());
  const [api, web, bolt] = [...ports].map(String);
  return {
    YUANLIU_HOME: home,
    YUANLIU_CACHE: cache,
    API_PORT: api,
    WEB_PORT: web,
    NEO4J_BOLT_PORT: bolt,
    SEED: seed,
  };
}

/**
 * Starts the command for a demonstration. Returns `{ child, ready, ended, output }`: `ready` gives the JSON line
 * (undefined when the command ended without one), `ended` the exit code, `output()` all text so far.
 * The child leads a process group of its own, so that Ctrl-C reaches only us.
 */
export function runStart(demo, { command = process.execPath, args, onLine = () => {} } = {}) {
  const child = spawn(command, args ?? [join(REPO, 'scripts', 'start.mjs'), '--json'], {
    cwd: REPO,
    env: {
      ...buildEnvironment(),
      ...demo,
      [MARKS.owner]: ownerText(),
      [MARKS.repo]: REPO,
      [MARKS.role]: 'demo',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const text = { stdout: '', stderr: '' };
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      text.stderr += error.message;
      resolve(null);
    });
    child.once('close', (code) => resolve(code));
  });
  const ready = new Promise((resolve) => {
    child.stdout.on('data', (bytes) => {
      text.stdout += bytes;
      const line = text.stdout.split('\n').find((candidate) => candidate.startsWith('{"ready":true'));
      if (line !== undefined && text.stdout.includes(`${line}\n`)) resolve(JSON.parse(line));
    });
    ended.then(() => resolve(undefined));
  });
  child.stderr.on('data', (bytes) => {
    text.stderr += bytes;
    onLine(String(bytes).trimEnd());
  });
  return { child, ready, ended, output: () => text };
}
