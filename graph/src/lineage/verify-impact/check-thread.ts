import type { ConnectOptions } from '../../db/index.js';
import type { PackedIds } from '../../index/index.js';
import { askThread } from '../one-answer-thread.js';
import type { AnswerCheck, CheckedStart } from './check-answer.js';

/** What a checking thread is started with. */
export interface CheckStart {
  connection: ConnectOptions;
  start: CheckedStart;
  answer: PackedIds;
  at: string;
}

/** Checks an answer against the graph on a thread of its own: the caller's goes on answering. */
export const checkOnThread = (start: CheckStart): Promise<AnswerCheck> =>
  askThread('./check-worker', import.meta.url, start);
