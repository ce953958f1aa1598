import { join } from 'node:path';
import type { Db } from '../db/index.js';
import { Unavailable } from '../errors.js';
import { type LineageReader, openLineageIndex, unpackIndexData } from '../index/index.js';
import { createKeeperThread } from './keep/keeper-thread.js';
import type { IndexCheck, IndexSource, KeeperEvent } from './keep/messages.js';
import type { Snapshot } from './serve/messages.js';
import { createPool, type Pool } from './serve/pool.js';
import { createReader } from './serve/reader.js';
import { weigh } from './serve/weigh.js';

export interface LineageStatus {
  /** Of the index that answers now; null before the first build. */
  version: number | null;
  /** When the index was last seen to be level with the graph, ms since 1970; null before the first build. */
  levelAt: number | null;
  /** Where its arrays come from; null before the first build. */
  source: IndexSource | null;
  /** The last comparison with the graph; null when there was none since this process started. */
  check: IndexCheck | null;
}

export interface LineageService {
  /** The index that answers now; throws Unavailable before the first build. `signal` cancels what is asked of it. */
  current(signal?: AbortSignal): LineageReader;
  status(): LineageStatus;
  /** Returns when every change committed before the call is in the index. */
  refresh(): Promise<void>;
  /** Looks for changes soon: called after own writes. */
  kick(): void;
  /** Compares the index with the graph and replaces it where they differ. */
  check(): Promise<IndexCheck>;
  /** Loads or builds the index and follows the change log. The first failure is thrown, later ones are reported. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface LineageServiceOptions {
  /** Folder in which the index is kept in a file; none is kept when left out. */
  home?: string | undefined;
  pollMs?: number | undefined;
  saveEveryMs?: number | undefined;
  /** Threads that answer. */
  threads?: number | undefined;
  /** So long a question may take, then it gives what it has. */
  deadlineMs?: number | undefined;
  /** Failures in the background. */
  onError?: ((error: unknown) => void) | undefined;
  /** Why an index was built, what a check found. */
  onNote?: ((level: 'info' | 'warn', text: string) => void) | undefined;
}

/**
 * The lineage index of one store: kept up to date on a thread of its own, answered from on others; this thread only
 * swaps. Threads start when they are first needed.
 */
export function createLineageService(db: Db, options: LineageServiceOptions = {}): LineageService {
  const { pollMs = 250, saveEveryMs = 300_000, threads = 2, deadlineMs = 10_000 } = options;
  const { onError = () => {}, onNote = () => {} } = options;
  let now: { snapshot: Snapshot; index: ReturnType<typeof openLineageIndex>; version: number } | null = null;
  let pool: Pool | null = null;
  const status: LineageStatus = { version: null, levelAt: null, source: null, check: null };

  const keeper = createKeeperThread(
    {
      connection: db.options,
      file: options.home === undefined ? null : join(options.home, 'lineage-index', 'current.idx'),
      pollMs,
      saveEveryMs,
    },
    { event: hear, error: onError },
  );

  function hear(event: Exclude<KeeperEvent, { type: 'failed' }>): void {
    if (event.type === 'published') {
      const { packed, version, source } = event;
      const snapshot = { id: (now?.snapshot.id ?? 0) + 1, packed };
      const index = openLineageIndex(unpackIndexData(packed));
      now = weigh({ snapshot, index, version }, packed.buffer.byteLength);
      answering().turnTo(snapshot);
      Object.assign(status, { version, source });
    } else if (event.type === 'renumbered') {
      if (now !== null) now = { ...now, version: event.version };
      status.version = event.version;
    } else if (event.type === 'level') status.levelAt = event.at;
    else if (event.type === 'checked') status.check = event.check;
    else onNote(event.level, event.text);
  }

  const answering = () => {
    pool ??= createPool({ threads, deadlineMs, onError });
    return pool;
  };

  return {
    current(signal) {
      if (now === null) throw new Unavailable('lineage index', 'it is being built');
      return createReader(now, answering().asker(now.snapshot, now.version, signal));
    },
    status: () => ({ ...status }),
    refresh: () => keeper.refresh(),
    kick: () => keeper.kick(),
    check: () => keeper.check(),
    async start() {
      answering();
      await keeper.refresh();
      keeper.follow();
    },
    async stop() {
      await keeper.stop();
      await pool?.close();
      pool = null;
    },
  };
}
