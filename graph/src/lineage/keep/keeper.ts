import type { Db } from '../../db/index.js';
import { Unavailable } from '../../errors.js';
import { type PackedIndex, packIndexData, unpackIndexData } from '../../index/index.js';
import { readLastChange } from './changes.js';
import { compareIndexes } from './check-index.js';
import { follow, type Held } from './follow.js';
import { loadIndexFile, saveIndexFile, sweepTemporaries } from './index-file.js';
import { findStore } from './index-queries.js';
import type { IndexCheck, IndexSource, KeeperEvent } from './messages.js';
import { warmUp } from './read-rows.js';
import type { Built } from './read-whole.js';

export interface Keeper {
  /** Returns when every change committed before the call is in what was published. */
  refresh(): Promise<void>;
  /** Compares index and graph; what differs is replaced. */
  check(): Promise<IndexCheck>;
  /** Saves what is not saved yet, at most as often as was asked for. */
  saveWhenDue(): Promise<void>;
  save(): Promise<void>;
}

const heldOf = ({ packed, anchor }: Built): Held => ({ data: unpackIndexData(packed), anchor });

/**
 * Keeps the index of one store: loads it from its file or builds it, follows the change log, saves and checks it. One
 * thing at a time is done to what is held; what was published is never changed.
 */
export function createKeeper(options: {
  db: Db;
  /** Reads everything anew. */
  build: () => Promise<Built>;
  file: string | null;
  saveEveryMs: number;
  emit: (event: KeeperEvent) => void;
}): Keeper {
  const { db, file, saveEveryMs, emit } = options;
  let held: Held | null = null;
  let packed: PackedIndex | null = null;
  let store: string | null = null;
  let saved = { version: -1, at: 0 };
  let tail: Promise<unknown> = Promise.resolve();
  let saving: Promise<void> = Promise.resolve();

  function exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = tail.then(work);
    tail = result.catch(() => {});
    return result;
  }

  /** From here on over the packed bytes, so that the arrays they were copied from can go. */
  function publish(built: Built, source: IndexSource): void {
    packed = built.packed;
    held = heldOf(built);
    emit({ type: 'published', packed, version: held.data.version, source });
  }
  const publishData = ({ data, anchor }: Held, source: IndexSource) =>
    publish({ packed: packIndexData(data), anchor }, source);

  async function build(why: string): Promise<void> {
    const started = performance.now();
    publish(await options.build(), 'BUILT');
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    emit({ type: 'note', level: 'info', text: `lineage index built in ${seconds} s: ${why}` });
  }

  async function load(): Promise<void> {
    await warmUp(db);
    if (file === null) return build('no file is kept');
    await sweepTemporaries(file);
    const loaded = await loadIndexFile(file);
    if ('unusable' in loaded) return build(`its file cannot be used: ${loaded.unusable}`);
    const { facts } = loaded;
    if (facts.store !== store) return build('its file is about another store');
    const found = { packed: loaded.packed, anchor: facts.anchor };
    const followed = await follow(db, heldOf(found));
    if ('stale' in followed) return build(`its file cannot be followed from: ${followed.stale}`);
    saved = { version: facts.anchor?.sequence ?? 0, at: Date.now() };
    if (followed.changed) return publishData(followed.held, 'FILE');
    publish(found, 'FILE');
    renumber(followed.held);
  }

  /** The same arrays under a later number. */
  function renumber(later: Held): void {
    if (held === null || later.data.version === held.data.version) return;
    held = { ...held, ...later };
    emit({ type: 'renumbered', version: later.data.version });
  }

  async function catchUp(): Promise<void> {
    const asked = Date.now();
    store ??= (await findStore.first(db, {}))?.id ?? null;
    if (held === null) await load();
    else await catchUpFrom(held);
    emit({ type: 'level', at: asked });
  }

  async function catchUpFrom(known: Held): Promise<void> {
    const last = await readLastChange(db);
    const { data, anchor } = known;
    const sameChange = (last?.sequence ?? 0) === data.version && last?.at === anchor?.at;
    if (sameChange && last?.key === anchor?.key && Date.now() < data.nextChange) return;
    const followed = await follow(db, known);
    if ('stale' in followed) return build(followed.stale);
    if (followed.changed) publishData(followed.held, 'DELTA');
    else renumber(followed.held);
  }

  async function saveNow(): Promise<void> {
    if (file === null || held === null || packed === null || store === null) return;
    const { anchor, data } = held;
    if (data.version === saved.version) return;
    await saveIndexFile(file, packed, { store, anchor, savedAt: new Date().toISOString() });
    saved = { version: data.version, at: Date.now() };
  }
  function save(): Promise<void> {
    saving = saving.catch(() => {}).then(saveNow);
    return saving;
  }

  async function check(): Promise<IndexCheck> {
    await exclusive(catchUp);
    // Not exclusive: changes are followed while everything is read.
    const fresh = await options.build();
    return exclusive(async () => {
      const compared = held && (await compareIndexes(db, held, heldOf(fresh)));
      if (!compared)
        throw new Unavailable('check of the lineage index', 'the graph changes too much just now');
      const { check: result } = compared;
      if (!result.equal) {
        publishData(compared.fresh, 'BUILT');
        const parts = result.differences.map(({ part, index, graph }) => `${part}: ${index} and ${graph}`);
        const text = `lineage index differed from the graph and was replaced (${parts.join(', ')})`;
        emit({ type: 'note', level: 'warn', text });
      }
      emit({ type: 'checked', check: result });
      return result;
    });
  }

  return {
    refresh: () => exclusive(catchUp),
    check,
    save,
    saveWhenDue: async () => {
      if (Date.now() - saved.at >= saveEveryMs) await save();
    },
  };
}
