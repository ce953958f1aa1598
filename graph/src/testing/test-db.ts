import { connect, type Db } from '../db/connect.js';
import { migrate } from '../db/migrate.js';
import { type BrokenLine, openLine } from './broken-line.js';

/** Connects to the Neo4j of the tests: NEO4J_TEST_URI, with NEO4J_TEST_USER and NEO4J_TEST_PASSWORD if it asks for login. */
export function testDb(): Db {
  return connect({ uri: testUri().href, ...LOGIN });
}

const LOGIN = { user: process.env.NEO4J_TEST_USER, password: process.env.NEO4J_TEST_PASSWORD };

function testUri(): URL {
  const uri = process.env.NEO4J_TEST_URI;
  if (!uri) throw new Error('NEO4J_TEST_URI is not set: database tests need a Neo4j, `npm test` starts one');
  return new URL(uri);
}

/** The same over a line that can be cut. */
export async function testDbOverLine(): Promise<{ db: Db; line: BrokenLine }> {
  const { hostname, port } = testUri();
  const line = await openLine({ host: hostname, port: Number(port) });
  return { db: connect({ uri: `bolt://127.0.0.1:${line.port}`, ...LOGIN }), line };
}

const migrated = new WeakSet<Db>();

/** Deletes all data but keeps the schema; brings the schema up to date at the first use of a connection. */
export async function clearDatabase(db: Db): Promise<void> {
  if (!migrated.has(db)) {
    await db.ping();
    await migrate(db);
    migrated.add(db);
  }
  const session = db.driver.session({ database: db.database });
  try {
    await session.run(
      `MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock
       CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`,
    );
  } finally {
    await session.close();
  }
}
