import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../../db/index.js';
import { unpackIds } from '../../index/index.js';
import { packError } from '../serve/thread-error.js';
import { checkAnswer } from './check-answer.js';
import type { CheckStart, FromChecker } from './check-thread.js';

/** A thread that checks one answer and ends, so that all memory that this takes is given back. */
const { connection, start, answer, at } = workerData as CheckStart;
const db = connect(connection);
const send = (message: FromChecker) => parentPort?.postMessage(message);
try {
  send({ check: await checkAnswer(db, start, unpackIds(answer), at), error: null });
} catch (error) {
  send({ check: null, error: packError(error) });
} finally {
  await db.close();
}
