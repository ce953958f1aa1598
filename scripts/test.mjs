#!/usr/bin/env node
// npm test: prepares, runs every check and adds up their counts (contract §1).
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { demoEnvironment, runStart } from './lib/demo-process.mjs';
import { checkRuntime, describeFault, StartFault } from './lib/faults.mjs';
import { folderFault, refuse } from './lib/preflight.mjs';
import { findOrphans, identityOf, ownerText, stopProcess, watchNpm } from './lib/processes.mjs';
import { createProgress } from './lib/progress.mjs';
import { REPO, readSettings } from './lib/settings.mjs';
import { prepareClone, prepareJars, runStep } from './lib/start-flow.mjs';
import { CalledOff, createSupervisor } from './lib/supervisor.mjs';
import { createCounts } from './lib/test-counts.mjs';
import { checkWith, phase, throwAwayServer, vitest } from './lib/test-phases.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

const PREFIX = 'yuanliu-test-';

/** Removes what an `npm test` that was killed has left in the folder for temporary files. */
async function sweep() {
  const left = findOrphans(
    (marks) => marks.repo === REPO && (marks.role === 'demo' || marks.home?.includes(PREFIX)),
  );
  for (const record of left) await stopProcess(record, 60_000);
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && identityOf(Number(pid)) === undefined) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

async function prepare(context) {
  const { supervisor, settings, logs, progress } = context;
  refuse([folderFault('YUANLIU_CACHE', settings.cache)]);
  const tools = await runStep(progress, 1, '检查环境  Environment', async (note) => {
    const found = await ensureToolchain({ supervisor, cache: settings.cache, logs, onNote: note });
    return { ...found, chromium: await ensureChromium({ supervisor, logs, onNote: note }) };
  });
  const common = { settings, supervisor, progress, logs };
  const [lib] = await Promise.all([prepareJars(common, tools.maven), prepareClone(common)]);
  return { tools, lib };
}

async function testDatabase(context, server) {
  const found = await server;
  if (found instanceof Error) throw found;
  await vitest(context, 'db', ['--project', 'db'], found.env);
  await stopProcess(found.service, 60_000);
}

async function testDemo(context, tools) {
  const home = join(context.folder, 'demo');
  const demo = await demoEnvironment({ home, cache: context.settings.cache });
  const running = runStart(demo, { onLine: context.say });
  context.demo = running;
  const found = await running.ready;
  if (found === undefined)
    throw new StartFault(`示范没有启动 / the demonstration did not start\n${running.output().stderr}`);
  const env = {
    E2E_WEB: found.web,
    E2E_API: found.graphql.replace(/\/graphql$/, ''),
    E2E_GRAPHQL: found.graphql,
    CHROMIUM_PATH: tools.chromium,
  };
  await phase(context, 'e2e', '浏览器 End-to-end in Chromium', () =>
    vitest(context, 'e2e', ['--config', 'web/e2e/vitest.config.ts'], { ...demo, ...env }),
  );
  await phase(context, 'start', '启动与停止 Starting and stopping', () =>
    vitest(context, 'start', ['--config', 'scripts/e2e/vitest.config.mjs'], {
      ...demo,
      E2E_READY: JSON.stringify(found),
    }),
  );
}

async function runAll(context) {
  const prepared = await phase(context, 'prepare', '准备 Prepare', () => prepare(context));
  if (prepared === undefined) return;
  const { tools, lib } = prepared;
  await phase(context, 'lint', '格式与规则 Lint', () => checkWith(context, 'lint', ['biome', 'ci', '.']));
  await phase(context, 'types', '类型 Types', () =>
    checkWith(context, 'types', [
      'turbo',
      'run',
      'types',
      '--ui=stream',
      '--output-logs=new-only',
      '--no-daemon',
    ]),
  );
  // The server starts while the unit tests run; its failure belongs to the phase that needs it.
  const server = throwAwayServer(context, tools, lib).catch((error) => error);
  await phase(context, 'unit', '单元 Unit and web', () =>
    vitest(context, 'unit', ['--project', 'unit', '--project', 'web']),
  );
  await phase(context, 'db', '数据库 Database', () => testDatabase(context, server));
  await phase(context, 'demo', '示范 Demonstration', () => testDemo(context, tools));
}

async function main() {
  checkRuntime();
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  const say = (line) => process.stdout.write(`${line}\n`);
  const supervisor = createSupervisor({ home: folder, repo: REPO });
  const progress = createProgress({ total: 4, write: (text) => process.stdout.write(text) });
  const { settings } = readSettings();
  const context = { folder, logs, say, supervisor, progress, settings, repo: REPO, counts: createCounts() };

  const cleanUp = async () => {
    await supervisor.stopAll();
    const demo = context.demo?.child;
    if (demo?.pid && demo.exitCode === null && demo.signalCode === null) {
      await stopProcess({ pid: demo.pid, identity: identityOf(demo.pid) }, 150_000);
    }
    const mine = ownerText();
    const left = findOrphans((marks) => marks.owner !== mine && marks.home?.startsWith(folder));
    for (const record of left) await stopProcess(record, 60_000);
    rmSync(folder, { recursive: true, force: true });
  };
  let leaving = false;
  const leave = (code) => {
    if (leaving) return;
    leaving = true;
    cleanUp().finally(() => process.exit(code));
  };
  watchNpm(() => leave(143));
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, () => leave(code));
  }
  try {
    await runAll(context);
  } catch (error) {
    if (error instanceof CalledOff) return;
    context.counts.fail(`test: ${error.message}`);
    say(describeFault(error));
  }
  leaving = true;
  await cleanUp();
  const { failures } = context.counts;
  if (failures.length > 0) say(`\n失败 / failed:\n${failures.map((name) => `  ✗ ${name}`).join('\n')}\n`);
  say(context.counts.line());
  process.exitCode = failures.length > 0 ? 1 : 0;
}

main().catch((error) => {
  process.stderr.write(describeFault(error));
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
});
