import { workerData } from 'node:worker_threads';
import type { ConnectOptions } from '../../db/index.js';
import { answerOnce } from '../one-answer-thread.js';
import { readPacked } from './read-whole.js';

/** A thread that reads everything. */
await answerOnce(workerData as ConnectOptions, readPacked);
