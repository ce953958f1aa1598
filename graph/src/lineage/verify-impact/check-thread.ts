import type { ConnectOptions } from '../../db/index.js';
import type { PackedIds } from '../../index/index.js';
import { startThread } from '../../start-thread.js';
import { type ThreadError, unpackError } from '../serve/thread-error.js';
import type { AnswerCheck, CheckedStart } from './check-answer.js';

/** What a checking thread is started with. */
export interface CheckStart {
  connection: ConnectOptions;
  start: CheckedStart;
  answer: PackedIds;
  at: string;
}
/** From a checking thread, once. */
export type FromChecker = { check: AnswerCheck; error: null } | { check: null; error: ThreadError };

/** Checks an answer against the graph on a thread of its own: the caller's goes on answering. */
export function checkOnThread(start: CheckStart): Promise<AnswerCheck> {
  return new Promise((resolve, reject) => {
    const thread = startThread('./check-worker', import.meta.url, start);
    thread.once('message', (message: FromChecker) => {
      if (message.error === null) resolve(message.check);
      else reject(unpackError(message.error));
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the checking thread ended with code ${code}`)));
  });
}
