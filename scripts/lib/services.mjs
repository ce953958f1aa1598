// The programs of the product that a start runs: migrations, API, seeds, web.
import { join } from 'node:path';

const loopback = (port) => `http://127.0.0.1:${port}`;

/** Addresses of a running home, as they are printed and kept in run/state.json. */
export function addresses(settings, database) {
  return {
    web: loopback(settings.webPort),
    graphql: `${loopback(settings.apiPort)}/graphql`,
    neo4j: database.uri,
    home: settings.home,
    api: loopback(settings.apiPort),
  };
}

/** The environment of the product's programs for one home and its database. */
export function programEnvironment(settings, database, env = process.env) {
  return {
    ...env,
    NODE_ENV: 'production',
    YUANLIU_HOME: settings.home,
    YUANLIU_CACHE: settings.cache,
    YUANLIU_API_URL: loopback(settings.apiPort),
    API_PORT: String(settings.apiPort),
    WEB_PORT: String(settings.webPort),
    SEED: settings.seed,
    NEO4J_URI: database.uri,
    NEO4J_USER: database.user,
    NEO4J_PASSWORD: database.password,
    NEO4J_DATABASE: database.database,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

async function answers(url, accept) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' });
    await response.body?.cancel();
    return accept(response.status);
  } catch {
    return false;
  }
}

/** Brings the schema of the database to this version. */
export function migrate({ supervisor, repo, env, logs, onNote }) {
  return supervisor.runTask({
    role: 'migrate',
    command: process.execPath,
    args: [join(repo, 'graph', 'dist', 'cli', 'migrate.js')],
    env,
    logFile: join(logs, 'migrate.log'),
    onLine: onNote,
  });
}

/** Starts the API and waits until it says that it is ready. */
export async function startApi({ supervisor, settings, env, logs }) {
  const api = supervisor.startService({
    role: 'api',
    port: settings.apiPort,
    command: process.execPath,
    args: [join(settings.repo, 'api', 'dist', 'main.js')],
    // Else glibc keeps, for later, as much as a merge of the lineage index works with: some 100 MB at a million fields.
    env: { ...env, MALLOC_MMAP_THRESHOLD_: '262144' },
    logFile: join(logs, 'api.log'),
    graceMs: 20_000,
  });
  const url = `${loopback(settings.apiPort)}/readyz`;
  await supervisor.waitReady(api, () => answers(url, (status) => status === 200), 120_000);
  return api;
}

/** Starts the web and waits until it answers a page. */
export async function startWeb({ supervisor, settings, env, logs }) {
  const web = supervisor.startService({
    role: 'web',
    port: settings.webPort,
    command: process.execPath,
    args: [
      join(settings.repo, 'node_modules', 'next', 'dist', 'bin', 'next'),
      ...['start', join(settings.repo, 'web'), '-p', String(settings.webPort), '-H', '127.0.0.1'],
    ],
    env,
    logFile: join(logs, 'web.log'),
    graceMs: 10_000,
  });
  const url = loopback(settings.webPort);
  await supervisor.waitReady(web, () => answers(url, (status) => status < 500), 120_000);
  return web;
}

/** Loads the demonstration into an empty store; the program itself completes a load that was cut off. */
export function loadSeeds({ supervisor, settings, env, logs, onNote }) {
  return supervisor.runTask({
    role: 'seeds',
    command: process.execPath,
    args: [join(settings.repo, 'seeds', 'dist', 'cli.js')],
    env,
    logFile: join(logs, 'seeds.log'),
    onLine: onNote,
  });
}
