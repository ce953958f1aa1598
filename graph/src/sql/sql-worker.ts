import { parentPort } from 'node:worker_threads';
import { type SqlSchema, sqlLineage } from '../ingest/sql/index.js';
import type { FromSqlWorker, ToSqlWorker } from './messages.js';

/** The thread that parses: a statement may take long or fill memory, and is then ended with it. */
const port = parentPort;
if (port === null) throw new Error('reads SQL on a thread of its own only');
const send = (message: FromSqlWorker) => port.postMessage(message);
let known: { hash: string; schema: SqlSchema } = { hash: '', schema: {} };

port.on('message', ({ request, schemaHash, schema }: ToSqlWorker) => {
  if (schema) known = { hash: schemaHash, schema };
  send({ type: 'read', lineage: sqlLineage({ ...request, schema: known.schema }) });
});
// The module in WASM is loaded by its first use: not on the first statement's time.
sqlLineage({ sql: 'select 1', dialect: 'ansi' });
send({ type: 'ready' });
