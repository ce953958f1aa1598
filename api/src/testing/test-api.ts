import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGraph, type Db, type Graph, openAccessLog, openInbox } from '@yuanliu/graph';
import { clearDatabase, testDb } from '@yuanliu/graph/testing';
import { createLog } from '../log.js';
import { type Api, createApi } from '../server.js';

/** An answer of GraphQL; a test names the shape of its document's data where it reads into it. */
export interface Answer<T> {
  data: T;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; requestId: string } }[];
  status: number;
}

export interface TestApi {
  db: Db;
  graph: Graph;
  api: Api;
  query<T = Record<string, unknown>>(
    document: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  /** The data of an answer that has no errors. */
  ask<T = Record<string, unknown>>(document: string, variables?: object): Promise<T>;
  /** Labels of the transactions since the last call. */
  takeQueries(): string[];
  /** Listens on a free port of loopback and returns the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** A Db that notes the label of every transaction, so that N+1 lookups show. */
function noting(db: Db, queries: string[]): Db {
  return {
    ...db,
    read: (work, label) => {
      queries.push(label ?? 'read');
      return db.read(work, label);
    },
    write: (work, label) => {
      queries.push(label ?? 'write');
      return db.write(work, label);
    },
  };
}

/** The API over a real, empty Neo4j (NEO4J_TEST_URI), or over the database that is given. */
export async function startTestApi({
  introspection = true,
  db = testDb(),
  ingestKeys = [] as string[],
} = {}): Promise<TestApi> {
  await clearDatabase(db);
  const queries: string[] = [];
  const accessLog = await openAccessLog(':memory:');
  const home = await mkdtemp(join(tmpdir(), 'yuanliu-api-'));
  const inbox = await openInbox({ home, connection: db.options });
  const graph = createGraph({ db: noting(db, queries), accessLog, inbox });
  const api = createApi({ graph, log: createLog('silent'), introspection, ingestKeys });

  async function query<T>(
    document: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await api.fetch(
      new Request('http://api/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: document, variables }),
      }),
    );
    return { ...((await response.json()) as Answer<T>), status: response.status };
  }

  return {
    db,
    graph,
    api,
    query,
    ask: async <T>(document: string, variables?: object) => {
      const { data, errors } = await query<T>(document, variables);
      if (errors) throw new Error(errors.map((e) => `${e.path?.join('.') ?? ''}: ${e.message}`).join('\n'));
      return data;
    },
    takeQueries: () => queries.splice(0),
    listen: async () => {
      await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(api.server.address() as AddressInfo).port}`;
    },
    close: async () => {
      if (api.server.listening) {
        await new Promise((resolve) => {
          api.server.close(resolve);
          api.server.closeAllConnections();
        });
      }
      await inbox.close();
      await rm(home, { recursive: true, force: true });
      await graph.lineage.stop();
      await accessLog.close();
      await db.close();
    },
  };
}
