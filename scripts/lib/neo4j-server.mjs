// The managed Neo4j of one home: <home>/neo4j, bound to loopback, login on.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from './faults.mjs';
import { speaksBolt } from './ports.mjs';
import { writeAtomically } from './run-files.mjs';

/** How long Neo4j may take to write its last checkpoint when it is stopped. */
export const NEO4J_GRACE_MS = 120_000;

/** Where the managed server of a home keeps its files. */
export function serverPaths(home) {
  const root = join(home, 'neo4j');
  return {
    root,
    conf: join(root, 'conf'),
    data: join(root, 'data'),
    password: join(home, 'neo4j-password'),
    firstStart: join(root, 'first-start'),
  };
}

/** The text of neo4j.conf for a loopback server with login. */
export function serverConfig({ boltPort, pageCache }) {
  return [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${boltPort}`,
    `server.bolt.advertised_address=127.0.0.1:${boltPort}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.security.auth_enabled=true',
    `server.memory.pagecache.size=${pageCache}`,
    // Half a gigabyte of zeros a home is too much for a laptop.
    'db.tx_log.preallocate=false',
    'db.tx_log.rotation.size=64m',
    'db.tx_log.rotation.retention_policy=256M size',
    'dbms.usage_report.enabled=false',
    // The stores are checkpointed before the network is closed; its quiet period is ten seconds of nothing.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period=0',
    '',
  ].join('\n');
}

/** Java's arguments for the server, without the program to run. */
export function javaArguments({ lib, heap }) {
  return [
    '-Xms128m',
    `-Xmx${heap}`,
    '-Xss1m',
    // Few threads and a small footprint: one demonstration shares two cores with the API and the web.
    '-XX:+UseSerialGC',
    '-XX:ReservedCodeCacheSize=128m',
    '-XX:MaxDirectMemorySize=128m',
    '-XX:+IgnoreUnrecognizedVMOptions',
    '-XX:+UnlockExperimentalVMOptions',
    '-XX:+TrustFinalNonStaticFields',
    '-XX:+DisableExplicitGC',
    '-XX:+ExitOnOutOfMemoryError',
    '-Djdk.nio.maxCachedBufferSize=1024',
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Dlog4j2.disable.jmx=true',
    '-Dfile.encoding=UTF-8',
    '--add-opens=java.base/java.nio=ALL-UNNAMED',
    '--add-opens=java.base/java.io=ALL-UNNAMED',
    '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
    '--add-opens=java.base/java.util.concurrent=ALL-UNNAMED',
    '--enable-native-access=ALL-UNNAMED',
    '-cp',
    join(lib, '*'),
  ];
}

/** The password of the managed server of a home; a StartFault when its file is missing or cut short. */
export function readPassword(home) {
  const file = serverPaths(home).password;
  const password = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (password.length >= 16) return password;
  throw new StartFault(`${file} 不是 Neo4j 的密码文件 / is not the password that was written there`);
}

/** Notes that the first start of a store has come to its end: from now on its data is kept. */
export const markAnswered = (home) => rmSync(serverPaths(home).firstStart, { force: true });

function ensurePassword(home, paths) {
  if (existsSync(paths.password)) return readPassword(home);
  if (existsSync(join(paths.data, 'databases', 'system'))) {
    throw new StartFault(
      `缺少 Neo4j 的密码文件 / the password of this store is missing: ${paths.password}\n` +
        '请放回该文件，或清空演示库重来 / put the file back, or start over with: npm run db:reset',
    );
  }
  const password = randomBytes(24).toString('base64url');
  writeAtomically(paths.password, `${password}\n`);
  return password;
}

/**
 * Makes the home ready for a start: folders, neo4j.conf, password. The first start of a store is marked until
 * the server has answered once; a first start that was killed is begun again from an empty store, since
 * nobody can have written to it. Returns the password.
 */
export async function prepareServer({ supervisor, home, java, lib, logs, boltPort, pageCache }) {
  const paths = serverPaths(home);
  if (existsSync(paths.firstStart)) rmSync(paths.data, { recursive: true, force: true });
  for (const folder of ['conf', 'data', 'logs', 'run', 'plugins', 'import']) {
    mkdirSync(join(paths.root, folder), { recursive: true, mode: 0o700 });
  }
  for (const name of readdirSync(paths.root)) {
    if (name.endsWith('.args')) rmSync(join(paths.root, name)); // of a starter that was killed
  }
  const password = ensurePassword(home, paths);
  writeFileSync(join(paths.conf, 'neo4j.conf'), serverConfig({ boltPort, pageCache }), { mode: 0o600 });
  if (existsSync(join(paths.data, 'databases', 'system'))) return password;

  writeFileSync(paths.firstStart, '');
  // In a file, and not among the arguments, where every user of the machine could read it; after `--`, as a
  // password may begin with a dash.
  const args = join(paths.root, `initial.${process.pid}.args`);
  const quoted = `"${join(lib, '*').replaceAll('\\', '\\\\')}"`;
  writeFileSync(
    args,
    `-Xmx128m -XX:TieredStopAtLevel=1 -cp ${quoted} org.neo4j.cli.AdminTool dbms set-initial-password -- "${password}"\n`,
    {
      mode: 0o600,
    },
  );
  try {
    await supervisor.runTask({
      role: 'neo4j-password',
      command: java,
      args: [`@${args}`],
      cwd: paths.root,
      env: { ...process.env, NEO4J_HOME: paths.root, NEO4J_CONF: paths.conf },
      logFile: join(logs, 'neo4j.log'),
    });
  } finally {
    rmSync(args, { force: true });
  }
  return password;
}

/** Starts the server of a prepared home and waits until it speaks Bolt; returns the service. */
export async function startServer({ supervisor, home, java, lib, logs, boltPort, heap, role = 'neo4j' }) {
  const paths = serverPaths(home);
  const service = supervisor.startService({
    role,
    port: boltPort,
    command: java,
    args: [
      ...javaArguments({ lib, heap }),
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${paths.root}`,
      `--config-dir=${paths.conf}`,
      '--console-mode',
    ],
    cwd: paths.root,
    // glibc otherwise keeps an arena a thread: some 100 MB resident for nothing.
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    logFile: join(logs, 'neo4j.log'),
    graceMs: NEO4J_GRACE_MS,
  });
  await supervisor.waitReady(service, () => speaksBolt(boltPort), 180_000);
  markAnswered(home);
  return service;
}
