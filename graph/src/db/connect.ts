import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import { createBreaker } from './breaker.js';
import { mapNeo4jError } from './neo4j-errors.js';

/** An open transaction; queries run on it through `defineQuery`. */
export type Tx = Pick<ManagedTransaction, 'run'>;

export interface ConnectOptions {
  uri: string;
  user?: string | undefined;
  password?: string | undefined;
  database?: string | undefined;
}

/** The one door to Neo4j. `driver` is for this folder and for tests only. */
export interface Db {
  /** How another thread connects in the same way. */
  readonly options: ConnectOptions;
  readonly driver: Driver;
  readonly database: string | undefined;
  /** Runs `work` in a read transaction; retried on transient errors, so it must be free of other effects. */
  read<T>(work: (tx: Tx) => Promise<T>, label?: string): Promise<T>;
  /** Runs `work` in a write transaction. Concepts write through `commit`, never through this. */
  write<T>(work: (tx: Tx) => Promise<T>, label?: string): Promise<T>;
  /** Throws Unavailable when the server does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const READ_TIMEOUT_MS = 60_000;
const WRITE_TIMEOUT_MS = 300_000;

/** Opens a pool of at most 20 connections; nothing is dialled before the first use. */
export function connect(options: ConnectOptions): Db {
  const { uri, user, password, database } = options;
  const driver = neo4j.driver(uri, user ? neo4j.auth.basic(user, password ?? '') : undefined, {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 20,
    connectionAcquisitionTimeout: 5_000,
    connectionTimeout: 5_000,
    maxTransactionRetryTime: 5_000,
    telemetryDisabled: true,
    userAgent: 'yuanliu',
  });
  const bookmarkManager = neo4j.bookmarkManager();
  const { through, stop } = createBreaker(() => driver.verifyConnectivity({ database: database ?? '' }));

  async function transact<T>(
    mode: 'READ' | 'WRITE',
    work: (tx: Tx) => Promise<T>,
    label: string | undefined,
  ): Promise<T> {
    const session = driver.session({ database, defaultAccessMode: mode, bookmarkManager });
    const config = {
      timeout: mode === 'READ' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS,
      metadata: { app: 'yuanliu', ...(label === undefined ? {} : { query: label }) },
    };
    try {
      return await (mode === 'READ' ? session.executeRead(work, config) : session.executeWrite(work, config));
    } catch (error) {
      throw mapNeo4jError(error);
    } finally {
      await session.close();
    }
  }

  return {
    options,
    driver,
    database,
    read: (work, label) => through(() => transact('READ', work, label)),
    write: (work, label) => through(() => transact('WRITE', work, label)),
    async ping() {
      try {
        await driver.verifyConnectivity({ database: database ?? '' });
      } catch (error) {
        throw mapNeo4jError(error);
      }
    },
    close() {
      stop();
      return driver.close();
    },
  };
}
