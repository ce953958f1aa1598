import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A line of the log at level error or fatal. */
const ERROR = /"level":[56]0/;
const MAIN = join(import.meta.dirname, '../../api/dist/main.js');

/** The API as `npm start` runs it: a process of its own. */
export interface ApiProcess {
  url: string;
  /** Milliseconds from its start until it was ready. */
  readyMs: number;
  residentBytes(): number;
  /** The last errors that it logged. */
  lastErrors(): string[];
  stop(): Promise<void>;
}

/** Starts the production build over a home and a Neo4j, and waits until its index answers. */
export async function startApi(options: {
  home: string;
  neo4j: { uri: string; user: string; password: string };
}): Promise<ApiProcess> {
  if (!existsSync(MAIN)) throw new Error('the API is not built: npm run build');
  const port = await freePort();
  const since = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      // As npm start has it (scripts/lib/services.mjs).
      MALLOC_MMAP_THRESHOLD_: '262144',
      API_PORT: String(port),
      YUANLIU_HOME: options.home,
      NEO4J_URI: options.neo4j.uri,
      ...(options.neo4j.user && { NEO4J_USER: options.neo4j.user, NEO4J_PASSWORD: options.neo4j.password }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`the API ended: ${said.slice(-2000)}`);
    if (performance.now() - since > 600_000) {
      await stop();
      throw new Error(`the API was not ready in ten minutes: ${said.slice(-2000)}`);
    }
    await sleep(50);
  }
  return {
    url,
    readyMs: performance.now() - since,
    residentBytes: () =>
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) * 1024,
    lastErrors: () =>
      said
        .split('\n')
        .filter((line) => ERROR.test(line))
        .slice(-3),
    stop,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
