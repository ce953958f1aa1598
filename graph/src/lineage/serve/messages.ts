import type { AsOf, PackedIndex } from '../../index/index.js';
import type { AnswerName } from './answers.js';
import type { ThreadError } from './thread-error.js';

/** Arrays that every thread may read, under a number of their own. */
export interface Snapshot {
  id: number;
  packed: PackedIndex;
}

/** To an answering thread. */
export type ToAnswerer =
  | { type: 'open'; snapshot: Snapshot }
  | { type: 'close'; snapshot: number }
  | {
      type: 'ask';
      id: number;
      snapshot: number;
      version: number;
      name: AnswerName;
      args: readonly unknown[];
      asOf: AsOf | undefined;
      /** What is left of the time that the question may take. */
      remainingMs: number;
    };

/** From an answering thread. */
export type FromAnswerer = { id: number; answer: unknown } | { id: number; error: ThreadError };

/** What an answering thread starts with: number of the question that was cancelled last. */
export interface AnswererStart {
  cancelled: Int32Array;
}
