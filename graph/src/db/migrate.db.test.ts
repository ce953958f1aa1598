import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGraph } from '../graph.js';
import { aDataset, aViewer, clearDatabase, testDb } from '../testing/index.js';
import { migrate, readMigrations, schemaIsCurrent } from './migrate.js';
import { cypherRoot } from './query-files.js';

const db = testDb();
const graph = createGraph({ db });
let folder: string;
beforeAll(() => clearDatabase(db));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yuanliu-migrations-'));
  await cp(join(cypherRoot(), 'migrations'), folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(async () => {
  // Whatever happened here, the next file finds the schema of this build.
  await forgetSchema();
  await migrate(db);
  await db.close();
});

/** Takes schema and chain away, as before the first start. */
async function forgetSchema(): Promise<void> {
  const run = (text: string) => db.write((tx) => tx.run(text));
  await clearDatabase(db);
  await run('MATCH (n:Migration|MigrationLock) DETACH DELETE n');
  const names = async (text: string) => (await run(text)).records.map((r) => r.get('name') as string);
  for (const name of await names('SHOW CONSTRAINTS YIELD name RETURN name'))
    await run(`DROP CONSTRAINT ${name}`);
  for (const name of await names("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")) {
    await run(`DROP INDEX ${name}`);
  }
}
const put = (name: string, text: string) => writeFile(join(folder, name), text);

describe('migrating', () => {
  it('goes to the last but one, keeps what is stored, and finishes', async () => {
    await forgetSchema();
    const all = readMigrations().map((m) => m.version);
    const lastButOne = all.at(-2) as string;
    expect(await migrate(db, { upTo: lastButOne })).toEqual(all.slice(0, -1));
    expect(await schemaIsCurrent(db)).toBe(false);
    const { ids } = await graph.dataset.describe('t', [aDataset({ title: '实有人口基础信息' })]);
    expect(await migrate(db)).toEqual(all.slice(-1));
    expect(await schemaIsCurrent(db)).toBe(true);
    expect(await graph.dataset.findMany(aViewer(), ids)).toMatchObject([{ title: '实有人口基础信息' }]);
    expect(await migrate(db)).toEqual([]);
    const chain = await db.read((tx) =>
      tx.run('MATCH (m:Migration) WHERE (m)-[:NEXT]->() RETURN count(m) AS links'),
    );
    expect(chain.records[0]?.get('links')).toBe(all.length - 1);
  });

  it('sums the days of interfaces from the numbers by consumer that were there before', async () => {
    await forgetSchema();
    await migrate(db, { upTo: '0005' });
    await db.write((tx) =>
      tx.run(`CREATE (i:Interface {code: 'API'}), (a:Consumer {code: 'A'}), (b:Consumer {code: 'B'})
        FOREACH (n IN [
          {day: '2026-11-20', calls: 3, denied: 1, rows: 30, lastAt: '2026-11-20T02:00:00.000Z'},
          {day: '2026-11-21', calls: 1, denied: 0, rows: 5, lastAt: '2026-11-21T02:00:00.000Z'}] |
          CREATE (a)-[r:ACCESSED {key: 'A|' + n.day}]->(i) SET r += n)
        CREATE (b)-[:ACCESSED {key: 'B', day: '2026-11-20', calls: 4, denied: 0, rows: 7, lastAt: '2026-11-20T09:00:00.000Z'}]->(i)`),
    );
    await migrate(db);
    const days = await db.read((tx) => tx.run('MATCH (n:CallDay) RETURN n {.*} AS day ORDER BY n.day'));
    expect(days.records.map((record) => record.get('day'))).toEqual([
      { key: 'API|2026-11-20', interface: 'API', day: '2026-11-20', calls: 7, denied: 1, rows: 37 },
      { key: 'API|2026-11-21', interface: 'API', day: '2026-11-21', calls: 1, denied: 0, rows: 5 },
    ]);
    expect(
      await graph.interface.usage(aViewer(), ['API'], 2, new Date('2026-11-21T12:00:00Z')),
    ).toMatchObject([{ calls: 8, lastAt: '2026-11-21T02:00:00.000Z' }]);
  });

  it('tells what statements claimed from the edges that held when they were made', async () => {
    await forgetSchema();
    await migrate(db, { upTo: '0006' });
    await db.write((tx) =>
      tx.run(`CREATE (j:Job {id: 'jb'})<-[:OF]-(:Run {id: 'r2@jb', firstStamp: 's2'})
        CREATE (:LineageEvent {digest: 'd1'}), (:LineageEvent {digest: 'd2', run: 'r2'})
        CREATE (a:Field {id: 'a'}), (b:Field {id: 'b'}), (out:Field {id: 'o'})
        FOREACH (n IN [
          {timeline: 'jb>ds', stamp: 's1', event: 'd1'}, {timeline: 'jb>ds', stamp: 's2', event: 'd2'}] |
          CREATE (s:LineageStatement) SET s = n)
        CREATE (a)-[:FLOWS_TO {id: 'e1', timeline: 'jb>ds', basis: 'COLUMNS', kind: 'DIRECT', subtype: 'IDENTITY',
            fromStamp: 's1', note: 'backflow link BF; as it was', sqlHash: 'h'}]->(out),
          (b)-[:FLOWS_TO {id: 'e2', timeline: 'jb>ds', basis: 'COLUMNS', kind: 'INDIRECT', subtype: 'FILTER', masking: 'HASH',
            fromStamp: 's1', toStamp: 's2', note: 'why'}]->(out),
          (b)-[:FLOWS_TO {id: 'e3', timeline: 'jb>ds', basis: 'COLUMNS', kind: 'DIRECT', subtype: 'IDENTITY',
            fromStamp: 's1', retractedAt: 'once'}]->(out)`),
    );
    await migrate(db);
    const found = await db.read((tx) =>
      tx.run(`MATCH (s:LineageStatement) MATCH (r:Run {job: 'jb'})
        RETURN s.claims AS claims, s.run AS run, s.basis AS basis, s.link AS link, s.sqlHash AS sql ORDER BY s.stamp`),
    );
    const rest = { basis: 'COLUMNS', link: 'BF', sql: 'h' };
    const rows = found.records.map((record) => record.toObject());
    expect(rows.map(({ claims, ...row }) => ({ ...row, claims: [...claims].sort() }))).toEqual([
      { ...rest, run: null, claims: ['a>o DIRECT IDENTITY - ', 'b>o INDIRECT FILTER HASH why'] },
      { ...rest, run: 'r2@jb', claims: ['a>o DIRECT IDENTITY - '] },
    ]);
  });

  it('refuses an applied file that was changed or is missing', async () => {
    const [first] = readMigrations(folder);
    const name = `V${first?.version}__${first?.name}.cypher`;
    await put(name, 'CREATE INDEX other IF NOT EXISTS FOR (n:Other) ON (n.x);');
    await expect(migrate(db, { folder })).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'was changed after it was applied',
    });
    await rm(join(folder, name));
    await expect(migrate(db, { folder })).rejects.toMatchObject({
      reason: 'was applied but its file is missing',
    });
  });

  it('runs a data migration whole or not at all', async () => {
    await put('V9001__fill.cypher', 'CREATE (:Filled {n: 1});\nCREATE (:Filled {n: 1 / 0});\n');
    await expect(migrate(db, { folder })).rejects.toThrow();
    const count = async () => (await db.read((tx) => tx.run('MATCH (f:Filled) RETURN f'))).records.length;
    expect(await count()).toBe(0);
    await put('V9001__fill.cypher', 'CREATE (:Filled {n: 1});\nCREATE (:Filled {n: 2});\n');
    expect(await migrate(db, { folder })).toEqual(['9001']);
    expect(await count()).toBe(2);
    await db.write((tx) => tx.run("MATCH (m:Migration {version: '9001'}) DETACH DELETE m"));
  });

  it('lets one process migrate at a time and tells the other', async () => {
    const session = db.driver.session();
    const holder = session.beginTransaction();
    await holder.run("MATCH (l:MigrationLock {name: 'migrations'}) SET l.held = true");
    await expect(migrate(db, { waitMs: 300 })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      what: 'migration',
    });
    await holder.rollback();
    await session.close();
    expect(await Promise.all([migrate(db), migrate(db)])).toEqual([[], []]);
  });

  it('refuses badly named files and schema mixed with data', async () => {
    await put('V9002__mixed.cypher', 'CREATE INDEX x IF NOT EXISTS FOR (n:X) ON (n.x);\nCREATE (:X);\n');
    expect(() => readMigrations(folder)).toThrow('schema and data must be in files of their own');
    await rm(join(folder, 'V9002__mixed.cypher'));
    await put('9003-later.cypher', 'RETURN 1;');
    expect(() => readMigrations(folder)).toThrow('the name must be');
  });

  it('names every constraint and index and can run again after a killed start', () => {
    for (const { kind, statements } of readMigrations()) {
      if (kind === 'data') continue;
      for (const statement of statements) {
        expect(statement).toMatch(
          /^(CREATE (FULLTEXT )?(CONSTRAINT|INDEX) \w+ IF NOT EXISTS|DROP \w+ \w+ IF EXISTS)/,
        );
      }
    }
  });
});
