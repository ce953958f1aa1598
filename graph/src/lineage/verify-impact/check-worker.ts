import { workerData } from 'node:worker_threads';
import { unpackIds } from '../../index/index.js';
import { answerOnce } from '../one-answer-thread.js';
import { checkAnswer } from './check-answer.js';
import type { CheckStart } from './check-thread.js';

/** A thread that checks one answer. */
const { connection, start, answer, at } = workerData as CheckStart;
await answerOnce(connection, (db) => checkAnswer(db, start, unpackIds(answer), at));
