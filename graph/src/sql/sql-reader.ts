import { createHash } from 'node:crypto';
import type { SqlLineage, SqlRequest, SqlSchema } from '../ingest/sql/index.js';
import { type SqlOutcome, type SqlThread, startSqlThread } from './sql-thread.js';

export interface SqlReaderOptions {
  /** After so long a text is given up and marked TIME_LIMIT. */
  timeLimitMs?: number;
  /** Answers kept, by SQL and schema. */
  cached?: number;
}

/** Reads SQL on a thread with a limit of time; equal questions are answered from memory. */
export interface SqlReader {
  /** Never rejects for what the SQL says: what took too long or broke the parser is a mark. */
  read(request: SqlRequest): Promise<SqlLineage>;
  close(): Promise<void>;
}

/** After a text so long its memory is not given back (sql-ast §1): a new thread is cheaper. */
const RECYCLED_BEYOND = 200_000;

export function createSqlReader({ timeLimitMs = 10_000, cached = 2_000 }: SqlReaderOptions = {}): SqlReader {
  const answers = new Map<string, SqlLineage>();
  const schemaHashes = new WeakMap<SqlSchema, string>();
  let thread: SqlThread | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  function hashOf(schema: SqlSchema | undefined): string {
    if (!schema) return '';
    const known = schemaHashes.get(schema) ?? sha256(JSON.stringify(schema));
    schemaHashes.set(schema, known);
    return known;
  }
  async function ask(request: SqlRequest, schemaHash: string): Promise<SqlOutcome> {
    thread ??= startSqlThread();
    const outcome = await thread.read(request, schemaHash, timeLimitMs);
    if (!outcome.ok || request.sql.length > RECYCLED_BEYOND) {
      const spent = thread;
      thread = null;
      await spent.close();
    }
    return outcome;
  }
  async function read(request: SqlRequest): Promise<SqlLineage> {
    const schemaHash = hashOf(request.schema);
    const { sql, dialect, defaultSchema = '', masking = null } = request;
    const key = sha256(JSON.stringify([sql, dialect, defaultSchema, masking, schemaHash]));
    const known = answers.get(key);
    if (known) return known;
    const turn = queue.then(() => ask(request, schemaHash));
    queue = turn.catch(() => undefined);
    const outcome = await turn;
    if (!outcome.ok) return givenUp(sql, outcome);
    answers.set(key, outcome.lineage);
    const [oldest] = answers.keys();
    if (answers.size > cached && oldest !== undefined) answers.delete(oldest);
    return outcome.lineage;
  }
  return {
    read,
    close: async () => {
      await queue;
      await thread?.close();
      thread = null;
    },
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

function givenUp(sql: string, { reason, detail }: Extract<SqlOutcome, { ok: false }>): SqlLineage {
  const span = { start: 0, end: Array.from(sql).length };
  const mark = reason === 'TIME_LIMIT' ? ('TIME_LIMIT' as const) : ('NOT_PARSED' as const);
  return { edges: [], datasets: [], unresolved: [{ statement: 0, span, reason: mark, detail }] };
}
