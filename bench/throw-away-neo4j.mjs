// Starts a Neo4j for one bench in a folder for temporary files, prints how to reach it as one line of JSON, and
// removes everything when its input ends or it is told to stop.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchJars, jarFolder } from '../scripts/lib/neo4j-jars.mjs';
import { prepareServer, startServer } from '../scripts/lib/neo4j-server.mjs';
import { freePort } from '../scripts/lib/ports.mjs';
import { REPO, readSettings } from '../scripts/lib/settings.mjs';
import { createSupervisor } from '../scripts/lib/supervisor.mjs';
import { ensureToolchain } from '../scripts/lib/toolchain.mjs';

const home = mkdtempSync(join(tmpdir(), `yuanliu-bench-${process.pid}-`));
const supervisor = createSupervisor({ home, repo: REPO });

async function stop(code) {
  await supervisor.stopAll();
  rmSync(home, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(1));
process.stdin.on('end', () => stop(0)).resume();

try {
  const { cache } = readSettings().settings;
  const logs = join(home, 'logs');
  mkdirSync(logs, { recursive: true });
  const { java, maven } = await ensureToolchain({ supervisor, cache, logs });
  await fetchJars({ supervisor, cache, maven, logs });
  const common = { supervisor, home, java, lib: jarFolder(cache), logs, boltPort: await freePort() };
  const password = await prepareServer({ ...common, pageCache: process.env.NEO4J_PAGECACHE || '512m' });
  await startServer({ ...common, heap: process.env.NEO4J_HEAP || '1g', role: 'neo4j-bench' });
  const found = { uri: `bolt://127.0.0.1:${common.boltPort}`, user: 'neo4j', password };
  process.stdout.write(`${JSON.stringify(found)}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  await stop(1);
}
