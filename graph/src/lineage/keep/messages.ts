import type { ConnectOptions } from '../../db/index.js';
import type { FingerprintPart, PackedIndex } from '../../index/index.js';
import type { ThreadError } from '../serve/thread-error.js';

/** Where the arrays that answer come from. */
export type IndexSource = 'FILE' | 'BUILT' | 'DELTA';

/** What a comparison of index and graph found. */
export interface IndexCheck {
  at: string;
  /** The change at which both were compared. */
  version: number;
  equal: boolean;
  /** Rows of each part that differs, in the index and in the graph. Then the index was replaced. */
  differences: { part: FingerprintPart; index: number; graph: number }[];
}

export interface KeeperOptions {
  connection: ConnectOptions;
  /** File of the index; null = none is kept. */
  file: string | null;
  pollMs: number;
  saveEveryMs: number;
}

/** Work that the keeper is asked for; each is answered by one `done`. */
export type KeeperWork = 'refresh' | 'check' | 'stop';
export type ToKeeper =
  | { type: KeeperWork; id: number }
  /** From now on looks for changes by itself. */
  | { type: 'follow' }
  /** Looks for changes at once. */
  | { type: 'kick' };

/** What becomes of the index, in order. */
export type KeeperEvent =
  | { type: 'published'; packed: PackedIndex; version: number; source: IndexSource }
  /** The same arrays under a later number. */
  | { type: 'renumbered'; version: number }
  /** The index was level with the graph at this moment (ms). */
  | { type: 'level'; at: number }
  | { type: 'checked'; check: IndexCheck }
  /** Something for the log: why an index is built, what a check found. */
  | { type: 'note'; level: 'info' | 'warn'; text: string }
  /** What went wrong when it looked for changes by itself. */
  | { type: 'failed'; error: ThreadError };

export type FromKeeper =
  | KeeperEvent
  | { type: 'done'; id: number; result: unknown; error: ThreadError | null };
