import type { Worker } from 'node:worker_threads';
import type { SqlLineage, SqlRequest, SqlSchema } from '../ingest/sql/index.js';
import { startThread } from '../start-thread.js';
import type { FromSqlWorker, ToSqlWorker } from './messages.js';

/** With less stack the parser overflows before its own limits of depth (sql-ast §1). */
const LIMITS = { stackSizeMb: 16, maxOldGenerationSizeMb: 1024 };

export type SqlOutcome =
  | { ok: true; lineage: SqlLineage }
  | { ok: false; reason: 'TIME_LIMIT' | 'FAILED'; detail: string };

/** One parsing thread. `read` takes one request at a time; after a failed one the thread is gone. */
export interface SqlThread {
  read(request: SqlRequest, schemaHash: string, limitMs: number): Promise<SqlOutcome>;
  close(): Promise<void>;
}

export function startSqlThread(): SqlThread {
  const thread: Worker = startThread('./sql-worker', import.meta.url, undefined, LIMITS);
  thread.unref();
  let sentSchema: string | null = null;
  let settle: ((message: FromSqlWorker | Error) => void) | null = null;
  const next = () =>
    new Promise<FromSqlWorker | Error>((resolve) => {
      settle = resolve;
    });
  const ready = next();
  thread.on('message', (message: FromSqlWorker) => settle?.(message));
  thread.on('error', (error) => settle?.(error));
  thread.on('exit', () => settle?.(new Error('the parsing thread ended')));

  async function read(request: SqlRequest, schemaHash: string, limitMs: number): Promise<SqlOutcome> {
    const started = await ready;
    if (started instanceof Error) return { ok: false, reason: 'FAILED', detail: started.message };
    thread.ref();
    const answered = next();
    const { schema = {} as SqlSchema, ...rest } = request;
    const message: ToSqlWorker = { request: rest, schemaHash };
    thread.postMessage(sentSchema === schemaHash ? message : { ...message, schema });
    sentSchema = schemaHash;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), limitMs);
    });
    const answer = await Promise.race([answered, late]);
    clearTimeout(timer);
    thread.unref();
    if (answer === 'late') {
      await thread.terminate();
      return { ok: false, reason: 'TIME_LIMIT', detail: `not read within ${limitMs} ms` };
    }
    if (answer instanceof Error) return { ok: false, reason: 'FAILED', detail: answer.message };
    return answer.type === 'read'
      ? { ok: true, lineage: answer.lineage }
      : { ok: false, reason: 'FAILED', detail: 'the parsing thread started twice' };
  }
  return {
    read,
    close: async () => {
      await thread.terminate();
    },
  };
}
