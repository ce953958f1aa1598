import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import neo4j, { type Driver } from 'neo4j-driver';
import { z } from 'zod';

const Address = z.object({ uri: z.string(), user: z.string(), password: z.string() });
type Address = z.infer<typeof Address>;

/** A Neo4j to measure against, and the way to leave it. */
export interface BenchDatabase {
  run(file: string, params?: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  version: string;
  address: Address;
  close(): Promise<void>;
}

/** The text of one of this package's Cypher files. */
export const cypher = (file: string): string =>
  readFileSync(join(import.meta.dirname, 'cypher', `${file}.cypher`), 'utf8');

/** Memory of the throw-away server, as Neo4j writes sizes. */
export interface ServerMemory {
  heap: string;
  pageCache: string;
}

/**
 * Connects to `NEO4J_BENCH_URI` (with `NEO4J_BENCH_USER`, `NEO4J_BENCH_PASSWORD`), where only nodes of the bench's own
 * label are touched, or else starts a throw-away server of the product's own recipe.
 */
export async function openBenchDatabase(
  env: NodeJS.ProcessEnv,
  memory: ServerMemory,
): Promise<BenchDatabase> {
  const uri = env.NEO4J_BENCH_URI;
  const outside = uri
    ? { uri, user: env.NEO4J_BENCH_USER ?? '', password: env.NEO4J_BENCH_PASSWORD ?? '' }
    : undefined;
  const server =
    outside === undefined ? await startServer(memory) : { address: outside, stop: async () => {} };
  const driver = openDriver(server.address);
  const close = async () => {
    await driver.close();
    await server.stop();
  };
  try {
    const info = await driver.getServerInfo();
    return { version: info.agent ?? 'Neo4j', address: server.address, run: runFiles(driver), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A driver that reads and writes JavaScript's own numbers. */
function openDriver({ uri, user, password }: Address): Driver {
  const auth = user === '' ? undefined : neo4j.auth.basic(user, password);
  return neo4j.driver(uri, auth, { disableLosslessIntegers: true, telemetryDisabled: true });
}

/** Runs this package's Cypher files, each in a transaction of its own. */
export function runFiles(driver: Driver): BenchDatabase['run'] {
  return async (file, params = {}) => {
    const session = driver.session({ fetchSize: 20_000 });
    try {
      const result = await session.run(cypher(file), params);
      return result.records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  };
}

async function startServer(memory: ServerMemory): Promise<{ address: Address; stop: () => Promise<void> }> {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'throw-away-neo4j.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NEO4J_HEAP: memory.heap, NEO4J_PAGECACHE: memory.pageCache },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for await (const line of createInterface({ input: child.stdout! })) {
    const address = Address.parse(JSON.parse(line));
    return {
      address,
      async stop() {
        child.stdin!.end();
        await ended;
      },
    };
  }
  throw new Error('the throw-away Neo4j did not start');
}
