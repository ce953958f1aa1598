import { parentPort } from 'node:worker_threads';
import { type ConnectOptions, connect, type Db } from '../db/index.js';
import { startThread } from '../start-thread.js';
import { packError, type ThreadError, unpackError } from './serve/thread-error.js';

/** From a thread that answers once. */
type OneAnswer<T> = { answer: T; error: null } | { answer: null; error: ThreadError };

/**
 * What a script beside `base` answers on a thread of its own, which ends then: the caller's goes on, and all memory that
 * the answer took is given back.
 */
export function askThread<T>(...start: Parameters<typeof startThread>): Promise<T> {
  return new Promise((resolve, reject) => {
    const thread = startThread(...start);
    thread.once('message', (message: OneAnswer<T>) => {
      if (message.error === null) resolve(message.answer);
      else reject(unpackError(message.error));
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the thread of ${start[0]} ended with code ${code}`)));
  });
}

/** Within such a thread: answers with what `work` gives, or with its error. */
export async function answerOnce<T>(connection: ConnectOptions, work: (db: Db) => Promise<T>): Promise<void> {
  const db = connect(connection);
  const send = (message: OneAnswer<T>) => parentPort?.postMessage(message);
  try {
    send({ answer: await work(db), error: null });
  } catch (error) {
    send({ answer: null, error: packError(error) });
  } finally {
    await db.close();
  }
}
