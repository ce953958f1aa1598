import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, createGraph, openAccessLog, openInbox } from '@yuanliu/graph';
import { readEnv } from './env.js';
import { createLog } from './log.js';
import { createApi } from './server.js';

/** Time for requests under way to finish after SIGTERM. */
const GRACE_MS = 10_000;
const RETRY_MS = 1000;

const env = readEnv();
if ('faults' in env) {
  for (const fault of env.faults) console.error(fault);
  process.exit(1);
}
const log = createLog(env.logLevel);

mkdirSync(env.home, { recursive: true });
const db = connect(env.neo4j);
const onError = (err: unknown) => log.error({ err }, 'background work failed');
const accessLog = await openAccessLog(join(env.home, 'access-log.duckdb'));
const inbox = await openInbox({
  ...{ home: env.home, connection: env.neo4j, onError },
  onBuilt: () => graph.lineage.kick(),
});
const graph = createGraph({
  db,
  accessLog,
  inbox,
  onError,
  index: { home: env.home, ...env.index, onNote: (level, text) => log[level](text) },
});
const { server } = createApi({ graph, log, introspection: env.introspection, ingestKeys: env.ingestKeys });

/** The first build waits for the database as long as it takes; afterwards the service follows by itself. */
async function buildIndex(): Promise<void> {
  while (!stopping) {
    try {
      await graph.lineage.start();
      await graph.access.repair();
      log.info(graph.lineage.status(), 'lineage index answers');
      return;
    } catch (err) {
      onError(err);
      await sleep(RETRY_MS);
    }
  }
}

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
  await inbox.close();
  await graph.lineage.stop();
  await accessLog.close();
  await db.close();
  log.info('stopped');
}
// A failure that nobody waits for must be seen, but must not take other requests down with it.
process.on('unhandledRejection', onError);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));

server.once('error', (error) => {
  log.fatal({ err: error }, `cannot listen on ${env.host}:${env.port}`);
  process.exitCode = 1;
  void stop('error');
});
server.listen(env.port, env.host, () => {
  const address = server.address();
  log.info({ address }, 'listening');
  void buildIndex();
});
