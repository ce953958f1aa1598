import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { connect, createGraph, openAccessLog } from '@yuanliu/graph';
import { readEnv } from './env.js';
import { createLog } from './log.js';
import { createApi } from './server.js';

/** Time for requests under way to finish after SIGTERM. */
const GRACE_MS = 10_000;

const env = readEnv();
if ('faults' in env) {
  for (const fault of env.faults) console.error(fault);
  process.exit(1);
}
const log = createLog(env.logLevel);

mkdirSync(env.home, { recursive: true });
const db = connect(env.neo4j);
const accessLog = await openAccessLog(join(env.home, 'access-log.duckdb'));
const graph = createGraph({ db, accessLog });
const { server } = createApi({ graph, log, introspection: env.introspection });

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(cut);
  await graph.lineage.stop();
  await accessLog.close();
  await db.close();
  log.info('stopped');
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));

server.once('error', (error) => {
  log.fatal({ err: error }, `cannot listen on ${env.host}:${env.port}`);
  process.exitCode = 1;
  void stop('error');
});
server.listen(env.port, env.host, () => {
  const address = server.address();
  log.info({ address }, 'listening');
  graph.lineage.start();
});
