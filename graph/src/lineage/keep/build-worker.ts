import { parentPort, workerData } from 'node:worker_threads';
import { type ConnectOptions, connect } from '../../db/index.js';
import { packError } from '../serve/thread-error.js';
import type { FromBuilder } from './build-thread.js';
import { readPacked } from './read-whole.js';

/** A thread that reads everything once and ends, so that all memory that this takes is given back. */
const db = connect(workerData as ConnectOptions);
const send = (message: FromBuilder) => parentPort?.postMessage(message);
try {
  send({ built: await readPacked(db), error: null });
} catch (error) {
  send({ built: null, error: packError(error) });
} finally {
  await db.close();
}
