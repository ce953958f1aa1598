import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL to measure against; everything of it goes when it is closed. */
export interface BenchPostgres {
  version: string;
  client: pg.Client;
  /** A folder that the server can read files from. */
  folder: string;
  close(): Promise<void>;
}

/** The text of one of this package's SQL files. */
export const sql = (file: string): string =>
  readFileSync(join(import.meta.dirname, 'sql', `${file}.sql`), 'utf8');

const PROGRAMS = '/usr/lib/postgresql';

/** The folder of the newest PostgreSQL's programs. */
function programs(): string {
  const versions = existsSync(PROGRAMS) ? readdirSync(PROGRAMS) : [];
  const newest = versions
    .filter((version) => existsSync(join(PROGRAMS, version, 'bin/initdb')))
    .sort((a, b) => Number(a) - Number(b))
    .at(-1);
  if (newest !== undefined) return join(PROGRAMS, newest, 'bin');
  throw new Error(
    'there is no PostgreSQL to compare with: sudo apt-get install postgresql-15 (Debian 12; the package of your system elsewhere)',
  );
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function runAs(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout),
  );
  if (!uid || !gid) throw new Error('there is no user postgres to run PostgreSQL as');
  return { uid, gid };
}

/** For a throw-away store on a machine of its own: memory for the whole graph, no crash safety, no plan surprises. */
const settings = (folder: string, sharedBuffers: string): string[] =>
  Object.entries({
    listen_addresses: '',
    unix_socket_directories: folder,
    shared_buffers: sharedBuffers,
    work_mem: '512MB',
    maintenance_work_mem: '512MB',
    effective_cache_size: '4GB',
    random_page_cost: '1.1',
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '4GB',
    autovacuum: 'off',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Starts a cluster of its own in a folder for temporary files, without the network and without privileges. */
export async function openPostgres(sharedBuffers: string): Promise<BenchPostgres> {
  const bin = programs();
  const user = runAs();
  const folder = mkdtempSync(join(tmpdir(), 'yuanliu-bench-pg-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'bench', '-A', 'trust', '--no-sync'], {
    ...user,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error?.message}`);
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings(folder, sharedBuffers)], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-2000);
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const client = await dial(folder, () => server.exitCode === null);
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    const close = async () => {
      await client.end();
      await stop();
    };
    return { version: `PostgreSQL ${rows[0]!.version.split(' ')[0]}`, client, folder, close };
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start: ${said}`, { cause: error });
  }
}

async function dial(host: string, alive: () => boolean): Promise<pg.Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ host, user: 'bench', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (attempt === 100 || !alive()) throw error;
      await sleep(100);
    }
  }
}
