import { spawn } from 'node:child_process';
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
  close(): Promise<void>;
}

/** The text of one of this package's Cypher files. */
export const cypher = (file: string): string =>
  readFileSync(join(import.meta.dirname, 'cypher', `${file}.cypher`), 'utf8');

/**
 * Connects to `NEO4J_BENCH_URI` (with `NEO4J_BENCH_USER`, `NEO4J_BENCH_PASSWORD`), where only nodes of the bench's own
 * label are touched, or else starts a throw-away server of the product's own recipe.
 */
export async function openBenchDatabase(env: NodeJS.ProcessEnv): Promise<BenchDatabase> {
  const uri = env.NEO4J_BENCH_URI;
  const outside = uri
    ? { uri, user: env.NEO4J_BENCH_USER ?? '', password: env.NEO4J_BENCH_PASSWORD ?? '' }
    : undefined;
  const server = outside === undefined ? await startServer() : { address: outside, stop: async () => {} };
  const { address } = server;
  const auth = address.user === '' ? undefined : neo4j.auth.basic(address.user, address.password);
  const driver: Driver = neo4j.driver(address.uri, auth, {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
  });
  try {
    const info = await driver.getServerInfo();
    return {
      version: info.agent ?? 'Neo4j',
      async run(file, params = {}) {
        const session = driver.session({ fetchSize: 20_000 });
        try {
          const result = await session.run(cypher(file), params);
          return result.records.map((record) => record.toObject());
        } finally {
          await session.close();
        }
      },
      async close() {
        await driver.close();
        await server.stop();
      },
    };
  } catch (error) {
    await driver.close();
    await server.stop();
    throw error;
  }
}

async function startServer(): Promise<{ address: Address; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'throw-away-neo4j.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for await (const line of createInterface({ input: child.stdout })) {
    const address = Address.parse(JSON.parse(line));
    return {
      address,
      async stop() {
        child.stdin.end();
        await ended;
      },
    };
  }
  throw new Error('the throw-away Neo4j did not start');
}
