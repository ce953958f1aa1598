// The phases of `npm test` after the preparation. A phase that fails does not hide a later one.
import { join } from 'node:path';
import { describeFault } from './faults.mjs';
import { prepareServer, startServer } from './neo4j-server.mjs';
import { freePort } from './ports.mjs';
import { readJson } from './run-files.mjs';
import { buildEnvironment } from './settings.mjs';
import { CalledOff } from './supervisor.mjs';
import { addVitestReport } from './test-counts.mjs';

/** Runs one phase under a heading; what it throws is one failure with its message. */
export async function phase(context, name, title, work) {
  const { counts, say } = context;
  const since = Date.now();
  say(`\n── ${title} ──`);
  try {
    return await work();
  } catch (error) {
    if (error instanceof CalledOff) throw error;
    say(describeFault(error).trimEnd());
    counts.fail(`${name}: ${String(error.message).split('\n')[0]}`);
    return undefined;
  } finally {
    say(`── ${title}: ${((Date.now() - since) / 1000).toFixed(1)} s ──`);
  }
}

/** A tool whose exit code is the whole answer, counted as one check. */
export async function checkWith(context, name, args) {
  const code = await context.supervisor.runTask({
    role: name,
    command: join(context.repo, 'node_modules', '.bin', args[0]),
    args: args.slice(1),
    cwd: context.repo,
    env: buildEnvironment(),
    logFile: join(context.logs, `${name}.log`),
    onLine: context.say,
    tolerant: true,
  });
  if (code === 0) context.counts.pass();
  else context.counts.fail(`${name}: exit ${code}`);
}

/** A vitest run; its tests are counted one by one from its JSON report. */
export async function vitest(context, name, args, env = {}) {
  const report = join(context.logs, `${name}.json`);
  const code = await context.supervisor.runTask({
    role: `vitest-${name}`,
    command: process.execPath,
    args: [
      join(context.repo, 'node_modules', 'vitest', 'vitest.mjs'),
      ...['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    cwd: context.repo,
    env: { ...buildEnvironment(), ...env },
    logFile: join(context.logs, `${name}.log`),
    onLine: context.say,
    tolerant: true,
  });
  addVitestReport(context.counts, name, readJson(report), code);
}

/** A Neo4j for the database tests alone; returns how to reach it as the tests expect. */
export async function throwAwayServer(context, tools, lib) {
  const { supervisor, logs } = context;
  const home = join(context.folder, 'database');
  const common = { supervisor, home, java: tools.java, lib, logs, boltPort: await freePort() };
  const password = await prepareServer({ ...common, pageCache: '128m' });
  const service = await startServer({ ...common, heap: '512m', role: 'neo4j-test' });
  return {
    service,
    env: {
      NEO4J_TEST_URI: `bolt://127.0.0.1:${common.boltPort}`,
      NEO4J_TEST_USER: 'neo4j',
      NEO4J_TEST_PASSWORD: password,
    },
  };
}
