#!/usr/bin/env node
import { rmSync } from 'node:fs';
// npm start: prepares everything, starts Neo4j, API and web, and stops them again (contract §1).
import { join } from 'node:path';
import { checkRuntime, describeFault } from './lib/faults.mjs';
import { lockHome } from './lib/locks.mjs';
import { folderFault, refuse } from './lib/preflight.mjs';
import { watchNpm } from './lib/processes.mjs';
import { createProgress, seconds } from './lib/progress.mjs';
import { runFolder } from './lib/run-files.mjs';
import { loadEnvFile, readSettings } from './lib/settings.mjs';
import { START_STEPS, startAll } from './lib/start-flow.mjs';
import { CalledOff, createSupervisor } from './lib/supervisor.mjs';
import { findJava } from './lib/toolchain.mjs';

const json = process.argv.includes('--json');
const since = Date.now();

// A closed pipe (head, a killed npm) must not bring down what runs.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** Prints the addresses: for a program one JSON line, for people the page to open. */
function announce(found, how) {
  if (json) {
    const { web, graphql, neo4j, home } = found;
    process.stdout.write(`${JSON.stringify({ ready: true, web, graphql, neo4j, home })}\n`);
    return;
  }
  process.stdout.write(
    `\n${how}\n\n  打开 / open   ${found.web}\n  GraphQL       ${found.graphql}\n` +
      `  Neo4j         ${found.neo4j}\n  数据 / home   ${found.home}\n\n`,
  );
}

async function main() {
  checkRuntime();
  loadEnvFile();
  const { settings, faults } = readSettings();
  const progress = createProgress({
    total: START_STEPS,
    write: (text) => (json ? process.stderr : process.stdout).write(text),
  });

  // Without a home there is no lock either, so this fault is looked for first.
  const homeFault = folderFault('YUANLIU_HOME', settings.home);
  if (homeFault) refuse([...faults, homeFault, settings.database ? undefined : findJava().fault]);

  let waited = false;
  const lock = await lockHome(settings.home, (pid) => {
    if (!waited)
      progress.say(`此目录正在由另一个进程启动，等待 / another start of this home is under way (${pid})`);
    waited = true;
  });
  if (lock.state) {
    announce(lock.state, '源流已在运行 / Yuanliu is already running');
    return;
  }

  const stateFile = join(runFolder(settings.home), 'state.json');
  rmSync(stateFile, { force: true }); // of a start that was killed

  let leaving;
  const leave = (code) => {
    leaving ??= (async () => {
      rmSync(stateFile, { force: true });
      await supervisor.stopAll((service) => progress.say(`停止 / stopping ${service.role} …`));
      lock.release();
      progress.say('已全部停止 / everything is stopped');
      process.exit(code);
    })();
    return leaving;
  };
  const supervisor = createSupervisor({
    home: settings.home,
    repo: settings.repo,
    onServiceEnd: (service) => {
      const how = service.ended.signal ?? service.ended.code;
      progress.say(`✗ ${service.role} 意外退出 / ended unexpectedly (${how}): ${service.logFile}`);
      leave(1);
    },
  });
  let ready = false;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, () => {
      if (leaving) progress.say('正在停止，请稍候 / stopping already, please wait');
      leave(ready ? 0 : code);
    });
  }

  watchNpm(() => leave(ready ? 0 : 143));
  process.on('uncaughtException', (error) => {
    process.stderr.write(describeFault(error));
    leave(1);
  });

  try {
    progress.say(`源流 Yuanliu · ${settings.home}`);
    const found = await startAll({
      settings,
      faults,
      supervisor,
      progress,
      logs: join(settings.home, 'logs'),
    });
    ready = true;
    announce(
      found,
      `源流已就绪，用时 ${seconds(Date.now() - since)} / Yuanliu is ready. Ctrl-C 停止 / stops it`,
    );
  } catch (error) {
    if (!(error instanceof CalledOff) && !leaving) process.stderr.write(describeFault(error));
    await leave(1);
  }
}

main().catch((error) => {
  process.stderr.write(describeFault(error));
  process.exit(1);
});
