import type { AsOf } from '../../index/index.js';
import type { AnswerName } from './answers.js';
import type { Snapshot } from './messages.js';

/** A question that waits for its answer. */
export interface Task {
  id: number;
  snapshot: Snapshot;
  version: number;
  name: AnswerName;
  args: readonly unknown[];
  asOf: AsOf | undefined;
  /** What it is about: a thread that was asked about the same thing remembers what it reached. */
  topic: string;
  /** `performance.now()` at its deadline, time in the queue included. */
  endsAt: number;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}
