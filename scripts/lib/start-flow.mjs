// The order of a start: what can run side by side does, and every step says what it does.
import { join } from 'node:path';
import { withCloneLock } from './locks.mjs';
import { fetchJars, jarFolder } from './neo4j-jars.mjs';
import { markAnswered, prepareServer, readPassword, startServer } from './neo4j-server.mjs';
import { standaloneServer, stopOrphans } from './orphans.mjs';
import { buildWorkspaces, installPackages } from './packages.mjs';
import { speaksBolt } from './ports.mjs';
import { folderFault, portFaults, refuse } from './preflight.mjs';
import { runFolder, writeAtomically } from './run-files.mjs';
import { addresses, loadSeeds, migrate, programEnvironment, startApi, startWeb } from './services.mjs';
import { ensureToolchain, findJava } from './toolchain.mjs';

/** The number of steps that `startAll` reports. */
export const START_STEPS = 9;

/** Runs one step: reported as done with what `work(note)` returns as text, or as failed. */
export async function runStep(progress, number, label, work) {
  const step = progress.step(number, label);
  try {
    const result = await work(step.note);
    step.done(result?.said);
    return result;
  } catch (error) {
    step.failed();
    throw error;
  }
}

async function checkEnvironment({ settings, faults, supervisor, progress, logs }, note) {
  await stopOrphans({
    home: settings.home,
    repo: settings.repo,
    onStop: (role) => progress.say(`      停止上次遗留的进程 / stopping what a killed start left: ${role}`),
  });
  const standalone = settings.database ? undefined : standaloneServer(settings.home);
  const managed = settings.database === undefined && standalone === undefined;
  const ports = await portFaults([
    ['API_PORT', settings.apiPort],
    ['WEB_PORT', settings.webPort],
    ...(managed ? [['NEO4J_BOLT_PORT', settings.boltPort]] : []),
  ]);
  const found = [...faults, folderFault('YUANLIU_CACHE', settings.cache), ...ports].filter(Boolean);
  if (!managed) refuse(found);
  if (found.length > 0) refuse([...found, findJava().fault]);
  const tools = managed
    ? await ensureToolchain({ supervisor, cache: settings.cache, logs, onNote: note })
    : {};
  return { standalone, ...tools };
}

async function openDatabase({ settings, supervisor, progress, logs }, tools, lib) {
  if (settings.database) {
    await runStep(progress, 5, '使用自备的 Neo4j  Use own Neo4j', async () => ({
      said: settings.database.uri,
    }));
    return settings.database;
  }
  const port = tools.standalone?.port ?? settings.boltPort;
  const database = { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', database: 'neo4j' };
  return runStep(progress, 5, '启动 Neo4j  Start Neo4j', async () => {
    if (tools.standalone) {
      await supervisor.waitReady(tools.standalone, () => speaksBolt(port), 180_000);
      markAnswered(settings.home);
      return { ...database, password: readPassword(settings.home), said: 'db:up' };
    }
    const common = { supervisor, home: settings.home, java: tools.java, lib, logs, boltPort: port };
    const password = await prepareServer({ ...common, pageCache: settings.pageCache });
    await startServer({ ...common, heap: settings.heap });
    return { ...database, password, said: database.uri };
  });
}

/** Installs and builds the clone; one start at a time does so. */
export function prepareClone({ settings, supervisor, progress, logs }, numbers = [2, 4]) {
  const { repo, cache } = settings;
  return runStep(progress, numbers[0], '安装依赖  npm packages', (note) =>
    withCloneLock(
      { cache, repo, onWait: (pid) => note(`等待另一个启动 / waiting for ${pid}`) },
      async () => ({
        said: await installPackages({ supervisor, repo, logs, onNote: note }),
      }),
    ),
  ).then(() =>
    runStep(progress, numbers[1], '构建  Build', (note) =>
      withCloneLock(
        { cache, repo, onWait: (pid) => note(`等待另一个启动 / waiting for ${pid}`) },
        async () => ({
          said: await buildWorkspaces({ supervisor, repo, logs, onNote: note }),
        }),
      ),
    ),
  );
}

/** Fetches the jars into the cache; returns their folder. */
export function prepareJars({ settings, supervisor, progress, logs }, maven, number = 3) {
  return runStep(progress, number, '准备 Neo4j 程序  Neo4j jars', async (note) => ({
    said: await fetchJars({ supervisor, cache: settings.cache, maven, logs, onNote: note }),
  })).then(() => jarFolder(settings.cache));
}

async function startPrograms({ settings, supervisor, progress, logs }, database) {
  const env = programEnvironment(settings, database);
  const common = { supervisor, settings, repo: settings.repo, env, logs };
  await runStep(progress, 6, '数据库结构  Migrate', (note) => migrate({ ...common, onNote: note }));
  await runStep(progress, 7, '启动接口服务  Start API', async () => {
    await startApi(common);
    return { said: addresses(settings, database).graphql };
  });
  // The web needs only the API; the demonstration is loaded meanwhile.
  const web = runStep(progress, 9, '启动网页  Start web', () => startWeb(common));
  await Promise.all([
    web,
    runStep(progress, 8, `示范数据  Seeds (${settings.seed})`, (note) =>
      loadSeeds({ ...common, onNote: note }),
    ),
  ]);
}

/**
 * Starts everything for a home whose lock is held. Returns the addresses, which are also in run/state.json
 * from then on. `context`: `{ settings, faults, supervisor, progress, logs }`.
 */
export async function startAll(context) {
  const { settings, supervisor } = context;
  const tools = await runStep(context.progress, 1, '检查环境  Environment', (note) =>
    checkEnvironment(context, note),
  );
  const managed = settings.database === undefined && tools.standalone === undefined;
  const opened = (managed ? prepareJars(context, tools.maven) : Promise.resolve()).then((lib) =>
    openDatabase(context, tools, lib),
  );
  const [database] = await Promise.all([opened, prepareClone(context)]);
  await startPrograms(context, database);
  const found = addresses(settings, database);
  if (!supervisor.stopping) {
    const state = { ...found, starter: process.pid };
    writeAtomically(join(runFolder(settings.home), 'state.json'), `${JSON.stringify(state)}\n`);
  }
  return found;
}
