import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Conflict, Unavailable } from '../errors.js';
import type { Db } from './connect.js';
import { defineQuery } from './define-query.js';
import { mapNeo4jError } from './neo4j-errors.js';
import { cypherRoot, splitStatements } from './query-files.js';

const Applied = z.object({ version: z.string(), name: z.string(), checksum: z.string() });
const nothing = z.object({});

const ensureMigrationKey = defineQuery({
  file: 'migration/ensure-migration-key',
  mode: 'write',
  params: nothing,
  row: nothing,
});
const ensureLockKey = defineQuery({
  file: 'migration/ensure-lock-key',
  mode: 'write',
  params: nothing,
  row: nothing,
});
const ensureLock = defineQuery({
  file: 'migration/ensure-lock',
  mode: 'write',
  params: nothing,
  row: nothing,
});
const takeLock = defineQuery({
  file: 'migration/take-lock',
  mode: 'write',
  params: nothing,
  row: z.object({ name: z.string() }),
});
const listApplied = defineQuery({
  file: 'migration/list-applied',
  mode: 'read',
  params: nothing,
  row: Applied,
});
const recordMigration = defineQuery({
  file: 'migration/record-migration',
  mode: 'write',
  params: Applied.extend({ appliedAt: z.string(), previous: z.string().nullable() }),
  row: z.object({ version: z.string() }),
});
const awaitIndexes = defineQuery({
  file: 'migration/await-indexes',
  mode: 'read',
  params: nothing,
  row: nothing,
});

export interface Migration {
  version: string;
  name: string;
  checksum: string;
  kind: 'schema' | 'data';
  statements: string[];
}

const SCHEMA = /^(CREATE|DROP)\s+(\w+\s+)?(CONSTRAINT|INDEX)\b/i;

/** The migrations of a folder in order of version; a file that mixes schema and data is refused. */
export function readMigrations(folder = join(cypherRoot(), 'migrations')): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith('.cypher'))
    .map((file) => {
      const match = /^V(\d{4})__([a-z0-9_]+)\.cypher$/.exec(file);
      if (match === null) throw new Error(`migration ${file}: the name must be V0001__what_it_does.cypher`);
      const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      const statements = splitStatements(text);
      const schema = statements.filter((s) => SCHEMA.test(s)).length;
      if (schema !== 0 && schema !== statements.length) {
        throw new Error(`migration ${file}: schema and data must be in files of their own`);
      }
      return {
        version: match[1] as string,
        name: match[2] as string,
        checksum: createHash('sha256').update(text).digest('hex'),
        kind: schema === 0 ? ('data' as const) : ('schema' as const),
        statements,
      };
    });
  return migrations.sort((a, b) => a.version.localeCompare(b.version));
}

/** Runs `work` while this process holds the lock: an open transaction, so that a killed process lets go by itself. */
async function locked<T>(db: Db, waitMs: number, work: () => Promise<T>): Promise<T> {
  await ensureMigrationKey.run(db, {});
  await ensureLockKey.run(db, {});
  await ensureLock.run(db, {});
  const session = db.driver.session({ database: db.database });
  let timer: NodeJS.Timeout | undefined;
  try {
    const tx = await session.beginTransaction();
    const patience = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Unavailable('migration', 'another process is migrating this database')),
        waitMs,
      );
    });
    await Promise.race([takeLock.run(tx, {}), patience]);
    clearTimeout(timer);
    const result = await work();
    await tx.rollback();
    return result;
  } catch (error) {
    throw mapNeo4jError(error);
  } finally {
    clearTimeout(timer);
    await session.close();
  }
}

async function apply(db: Db, migration: Migration, previous: string | null): Promise<void> {
  const { version, name, checksum, kind, statements } = migration;
  const record = { version, name, checksum, appliedAt: new Date().toISOString(), previous };
  if (kind === 'data') {
    await db.write(async (tx) => {
      for (const statement of statements) await tx.run(statement);
      await recordMigration.run(tx, record);
    }, `migration V${version}`);
    return;
  }
  // Schema and data cannot share a transaction; statements are written IF [NOT] EXISTS, so a killed run starts again.
  for (const statement of statements) {
    await db.write((tx) => tx.run(statement), `migration V${version}`);
  }
  await recordMigration.run(db, record);
}

/**
 * Brings the schema up to date and returns the versions applied now. Throws Conflict when an applied file was
 * changed or is missing, Unavailable when another process holds the lock for longer than `waitMs`.
 */
export async function migrate(
  db: Db,
  options: { folder?: string; waitMs?: number; upTo?: string } = {},
): Promise<string[]> {
  const migrations = readMigrations(options.folder);
  return locked(db, options.waitMs ?? 60_000, async () => {
    const applied = await listApplied.run(db, {});
    for (const [position, done] of applied.entries()) {
      const file = migrations[position];
      const key = `V${done.version}__${done.name}`;
      if (file?.version !== done.version)
        throw new Conflict('migration', key, 'was applied but its file is missing');
      if (file.checksum !== done.checksum)
        throw new Conflict('migration', key, 'was changed after it was applied');
    }
    const wanted = migrations
      .slice(applied.length)
      .filter((m) => options.upTo === undefined || m.version <= options.upTo);
    let previous = applied.at(-1)?.version ?? null;
    for (const migration of wanted) {
      await apply(db, migration, previous);
      previous = migration.version;
    }
    if (wanted.length > 0) await awaitIndexes.run(db, {});
    return wanted.map((m) => m.version);
  });
}

/** Version, round trip (ms) and schema of the database; throws Unavailable when it does not answer. */
export async function examineDatabase(
  db: Db,
): Promise<{ version: string; latencyMs: number; migration: string | null; current: boolean }> {
  const since = performance.now();
  const applied = await listApplied.run(db, {});
  const latencyMs = Math.round((performance.now() - since) * 10) / 10;
  const { agent } = await db.driver.getServerInfo({ database: db.database ?? '' });
  return {
    version: agent ?? '',
    latencyMs,
    migration: applied.at(-1)?.version ?? null,
    current: await schemaIsCurrent(db),
  };
}

/** True when every migration of this build is applied. */
export async function schemaIsCurrent(db: Db): Promise<boolean> {
  const applied = await listApplied.run(db, {});
  const files = readMigrations();
  return files.length === applied.length && files.every((f, i) => f.checksum === applied[i]?.checksum);
}
