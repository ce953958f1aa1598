#!/usr/bin/env node
// npm run faults: kills the keeper of the lineage index at 50 random moments, then stops its Neo4j for 30 seconds, on
// servers of its own. Needs a build (npm run build). Takes some minutes.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFault, StartFault } from './lib/faults.mjs';
import { fetchJars, jarFolder } from './lib/neo4j-jars.mjs';
import { prepareServer, startServer } from './lib/neo4j-server.mjs';
import { firstField, watchOutage } from './lib/outage.mjs';
import { freePort } from './lib/ports.mjs';
import { stopProcess } from './lib/processes.mjs';
import { programEnvironment, startApi } from './lib/services.mjs';
import { buildEnvironment, REPO, readSettings } from './lib/settings.mjs';
import { createSupervisor } from './lib/supervisor.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

const KILLS = process.env.YUANLIU_KILLS || '50';
const OUTAGE_SECONDS = 30;
/** What the test of kills fills its store with. */
const FILLED = { namespace: 'dameng://test:5236', name: 't0' };

const home = mkdtempSync(join(tmpdir(), `yuanliu-faults-${process.pid}-`));
const logs = join(home, 'logs');
mkdirSync(logs);
const supervisor = createSupervisor({ home, repo: REPO });
const say = (line) => process.stdout.write(`${line}\n`);

async function end(code) {
  await supervisor.stopAll();
  rmSync(home, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(1));

function runKills(database) {
  return supervisor.runTask({
    role: 'kills',
    command: process.execPath,
    args: [
      join(REPO, 'node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--project', 'db', 'graph/src/lineage/testing'],
    ],
    cwd: REPO,
    env: {
      ...buildEnvironment(),
      YUANLIU_KILLS: KILLS,
      NEO4J_TEST_URI: database.uri,
      NEO4J_TEST_USER: database.user,
      NEO4J_TEST_PASSWORD: database.password,
    },
    logFile: join(logs, 'kills.log'),
    onLine: say,
  });
}

try {
  if (!existsSync(join(REPO, 'api/dist/main.js'))) throw new StartFault('先运行 / run first: npm run build');
  const { settings: own } = readSettings();
  const { java, maven } = await ensureToolchain({ supervisor, cache: own.cache, logs });
  await fetchJars({ supervisor, cache: own.cache, maven, logs });
  const server = { supervisor, home, java, lib: jarFolder(own.cache), logs, boltPort: await freePort() };
  const password = await prepareServer({ ...server, pageCache: '128m' });
  const start = () => startServer({ ...server, heap: '512m', role: 'neo4j-faults' });
  let neo4j = await start();
  const database = { uri: `bolt://127.0.0.1:${server.boltPort}`, user: 'neo4j', password, database: '' };

  await runKills(database);

  const settings = { ...own, home, apiPort: await freePort() };
  await startApi({ supervisor, settings, env: programEnvironment(settings, database), logs });
  const api = `http://127.0.0.1:${settings.apiPort}`;
  const found = await watchOutage({
    api,
    id: await firstField(api, FILLED.namespace, FILLED.name),
    seconds: OUTAGE_SECONDS,
    stop: async () => {
      neo4j.stopped = true;
      await stopProcess(neo4j, 60_000);
    },
    start: async () => {
      neo4j = await start();
    },
  });
  say(`Neo4j stopped for ${OUTAGE_SECONDS} s: ${JSON.stringify(found)}`);
  const held = found.same === found.asked && found.writesUnavailable === found.writes;
  await end(held ? 0 : 1);
} catch (error) {
  process.stderr.write(describeFault(error));
  await end(1);
}
