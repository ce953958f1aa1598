import type { Db } from '../db/index.js';
import { Unavailable } from '../errors.js';
import { type IndexData, type LineageReader, openLineageIndex } from '../index/index.js';
import { countIndexChanges, loadIndexData } from './load-index-data.js';
import { readHere } from './reader.js';

export interface LineageStatus {
  /** Of the index that answers now; null before the first build. */
  version: number | null;
  /** Number of the last change that was seen. */
  latest: number;
  /** Changes that matter to the index are not in it yet. */
  behind: boolean;
}

export interface LineageService {
  /** The index that answers now; throws Unavailable before the first build. */
  current(): LineageReader;
  status(): LineageStatus;
  /** Returns when every change committed before the call is in the index. */
  refresh(): Promise<void>;
  /** Looks for changes soon: called after own writes. */
  kick(): void;
  /** Builds the index and follows the change log. The first build's failure is thrown, later ones are reported. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Keeps an index of the lineage that follows the change log: built whole beside the old one, then swapped. */
export function createLineageService(
  db: Db,
  options: { pollMs?: number; onError?: (error: unknown) => void } = {},
): LineageService {
  const { pollMs = 1_000, onError = () => {} } = options;
  let data: IndexData | null = null;
  let index: LineageReader | null = null;
  let latest = 0;
  let catchingUp: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let running = false;

  async function catchUp(): Promise<void> {
    const covered = data?.version ?? 0;
    const { last, count } = await countIndexChanges(db, covered);
    latest = last;
    if (data === null || count > 0 || last < covered) data = await loadIndexData(db);
    // Nothing that the index holds has changed: the same arrays under the later number.
    else if (last > covered) data = { ...data, version: last };
    if (index?.version === data.version) return;
    index = readHere(openLineageIndex(data));
    latest = Math.max(last, data.version);
  }

  /** One at a time; a call that comes during one waits for it and looks again. */
  async function refresh(): Promise<void> {
    if (catchingUp !== null) await catchingUp.catch(() => {});
    catchingUp ??= catchUp().finally(() => {
      catchingUp = null;
    });
    await catchingUp;
  }

  function schedule(delay: number): void {
    if (!running) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      refresh()
        .catch(onError)
        .finally(() => {
          if (timer === null) schedule(pollMs);
        });
    }, delay);
    timer.unref();
  }

  return {
    current() {
      if (index === null) throw new Unavailable('lineage index', 'it is being built');
      return index;
    },
    status: () => ({
      version: index?.version ?? null,
      latest,
      behind: index === null || index.version < latest,
    }),
    refresh,
    kick: () => schedule(0),
    async start() {
      running = true;
      await refresh();
      schedule(pollMs);
    },
    async stop() {
      running = false;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await catchingUp?.catch(() => {});
    },
  };
}
