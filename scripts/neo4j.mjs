#!/usr/bin/env node
// npm run db:up | db:down | db:reset: the managed Neo4j of YUANLIU_HOME alone, for development.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { checkRuntime, describeFault, StartFault } from './lib/faults.mjs';
import { lockHome } from './lib/locks.mjs';
import { fetchJars, jarFolder } from './lib/neo4j-jars.mjs';
import {
  markAnswered,
  NEO4J_GRACE_MS,
  prepareServer,
  readPassword,
  serverPaths,
  startServer,
} from './lib/neo4j-server.mjs';
import { STANDALONE, standaloneServer, stopOrphans } from './lib/orphans.mjs';
import { speaksBolt } from './lib/ports.mjs';
import { folderFault, portFaults, refuse } from './lib/preflight.mjs';
import { stopProcess } from './lib/processes.mjs';
import { createProgress } from './lib/progress.mjs';
import { forgetChild } from './lib/run-files.mjs';
import { loadEnvFile, readSettings } from './lib/settings.mjs';
import { runStep } from './lib/start-flow.mjs';
import { createSupervisor } from './lib/supervisor.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

const USAGE = 'node scripts/neo4j.mjs up | down | reset [--yes] | env';

/** What db:reset removes from a home: the store and everything that was derived from it or beside it. */
const RESET = ['neo4j/data', 'access-log.duckdb', 'access-log.duckdb.wal', 'index'];

const say = (text) => process.stderr.write(`${text}\n`);

function printEnvironment(settings, port) {
  const lines = {
    YUANLIU_HOME: settings.home,
    NEO4J_URI: `bolt://127.0.0.1:${port}`,
    NEO4J_USER: 'neo4j',
    NEO4J_PASSWORD: readPassword(settings.home),
    NEO4J_DATABASE: 'neo4j',
  };
  for (const [name, value] of Object.entries(lines)) {
    process.stdout.write(`export ${name}='${value.replaceAll("'", "'\\''")}'\n`);
  }
}

async function up(settings, faults) {
  const running = standaloneServer(settings.home);
  if (running) {
    await createSupervisor({ home: settings.home, repo: settings.repo }).waitReady(
      running,
      () => speaksBolt(running.port),
      180_000,
    );
    markAnswered(settings.home);
    return say(`Neo4j 已在运行 / is running already: bolt://127.0.0.1:${running.port}`);
  }
  await stopOrphans({ home: settings.home, repo: settings.repo });
  refuse([...faults, ...(await portFaults([['NEO4J_BOLT_PORT', settings.boltPort]]))]);

  const logs = join(settings.home, 'logs');
  const supervisor = createSupervisor({ home: settings.home, repo: settings.repo });
  const progress = createProgress({ total: 2, write: (text) => process.stderr.write(text) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => supervisor.stopAll().then(() => process.exit(1)));
  }
  try {
    const { java, maven } = await ensureToolchain({ supervisor, cache: settings.cache, logs });
    await runStep(progress, 1, '准备 Neo4j 程序  Neo4j jars', async (note) => ({
      said: await fetchJars({ supervisor, cache: settings.cache, maven, logs, onNote: note }),
    }));
    const { home, boltPort, heap, pageCache } = settings;
    const common = { supervisor, home, java, lib: jarFolder(settings.cache), logs, boltPort };
    await runStep(progress, 2, '启动 Neo4j  Start Neo4j', async () => {
      await prepareServer({ ...common, pageCache });
      await startServer({ ...common, heap, role: STANDALONE });
      return { said: `bolt://127.0.0.1:${boltPort}` };
    });
  } catch (error) {
    await supervisor.stopAll();
    throw error;
  }
  say(`环境变量 / for your shell:  eval "$(node scripts/neo4j.mjs env)"`);
}

async function down(settings) {
  const running = standaloneServer(settings.home);
  if (!running) return say('没有由 db:up 启动的 Neo4j / no Neo4j of db:up is running');
  say('停止 Neo4j / stopping …');
  await stopProcess(running, NEO4J_GRACE_MS);
  forgetChild(settings.home, STANDALONE);
  return say('已停止 / stopped');
}

async function confirmed(settings, present) {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY)
    throw new StartFault('请加 --yes 确认 / confirm with --yes: npm run db:reset -- --yes');
  say(`将删除 / this deletes in ${settings.home}:\n  ${present.join('\n  ')}`);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question('确定？ Sure? [y/N] ');
  lines.close();
  return /^(y|yes|是)$/i.test(answer.trim());
}

async function reset(settings) {
  const present = RESET.filter((name) => existsSync(join(settings.home, name)));
  if (!(await confirmed(settings, present))) return say('未做改动 / nothing was changed');
  if (standaloneServer(settings.home)) await down(settings);
  await stopOrphans({ home: settings.home, repo: settings.repo });
  for (const name of present) rmSync(join(settings.home, name), { recursive: true, force: true });
  rmSync(serverPaths(settings.home).password, { force: true });
  return say('已清空 / the home is empty again');
}

async function main() {
  checkRuntime();
  loadEnvFile();
  const command = process.argv[2];
  if (!['up', 'down', 'reset', 'env'].includes(command)) throw new StartFault(USAGE);
  const { settings, faults } = readSettings();
  refuse([folderFault('YUANLIU_HOME', settings.home)]);
  if (command === 'env')
    return printEnvironment(settings, standaloneServer(settings.home)?.port ?? settings.boltPort);
  const lock = await lockHome(settings.home);
  if (lock.state) {
    throw new StartFault(
      `npm start 正在使用此目录，请先停止它 / npm start is using this home, stop it first: ${settings.home}`,
    );
  }
  try {
    await { up, down, reset }[command](settings, faults);
  } finally {
    lock.release();
  }
  process.exit(0); // the server goes on without us
}

main().catch((error) => {
  process.stderr.write(describeFault(error));
  process.exit(1);
});
