import type { Db, Tx } from '../../db/index.js';
import { applyDelta, type IndexData, type IndexDelta } from '../../index/index.js';
import { type Anchor, readChanges } from './changes.js';
import { holdWriters } from './index-queries.js';
import { readTouched } from './read-rows.js';
import { countTouched, nothingTouched, type Touched } from './touched.js';

/** Index data with the change that they reach up to; null before the first. */
export interface Held {
  data: IndexData;
  anchor: Anchor | null;
}

/** `changed`: whether the arrays are others, or only their number. */
export type Followed = { held: Held; changed: boolean } | { stale: string };

/** Beyond this share of the edges a build is cheaper than a merge, but small indexes are always merged. */
const LARGEST_SHARE = 0.2;
const ALWAYS_FEW = 5_000;
const QUIET_ATTEMPTS = 4;

type Rows = Omit<IndexDelta, 'version'>;

/** Later rows take the place of earlier ones with the same id. */
function mergeRows(earlier: Rows, later: Rows): Rows {
  const join = <T extends { id: string }>(a: Iterable<T> = [], b: Iterable<T> = []) =>
    new Map([...a, ...b].map((row) => [row.id, row])).values();
  return {
    datasets: [...join(earlier.datasets, later.datasets)],
    fields: [...join(earlier.fields, later.fields)],
    edges: [...join(earlier.edges, later.edges)],
    ...(later.access || earlier.access ? { access: later.access ?? earlier.access } : {}),
  };
}

/**
 * Reads what changed after `anchor`, of one moment: Neo4j reads what is committed when it reads, so what was committed
 * meanwhile is read again until nothing was. When writers do not pause, the last attempt holds them back.
 */
async function readDelta(
  db: Db,
  anchor: Anchor | null,
  most: number,
  again: Touched,
): Promise<{ rows: Rows; anchor: Anchor | null; count: number } | { stale: string }> {
  let rows: Rows = countTouched(again) > 0 ? await readTouched(db, again) : {};
  let reached = anchor;
  let count = countTouched(again);
  async function more(runner: Db | Tx): Promise<{ done: boolean } | { stale: string }> {
    const changes = await readChanges(runner, reached, most);
    if ('stale' in changes) return changes;
    const touched = countTouched(changes.touched);
    if (touched > 0) rows = mergeRows(rows, await readTouched(runner, changes.touched));
    reached = changes.anchor;
    count += touched;
    return { done: touched === 0 };
  }
  for (let attempt = 0; attempt < QUIET_ATTEMPTS; attempt++) {
    const step = await more(db);
    if ('stale' in step) return step;
    if (step.done) return { rows, anchor: reached, count };
  }
  const held = await db.write(async (tx) => {
    await holdWriters.first(tx, {});
    return more(tx);
  }, 'follow lineage index');
  return 'stale' in held ? held : { rows, anchor: reached, count };
}

/**
 * Brings data up to the last change and the clock; stale = only a build can. What was held stays as it is. `again`:
 * what is to be read again whatever the log says. An Error when rows name what the graph does not have.
 */
export async function follow(
  db: Db,
  { data, anchor }: Held,
  { again = nothingTouched(), now = Date.now }: { again?: Touched; now?: () => number } = {},
): Promise<Followed> {
  const most = Math.max(ALWAYS_FEW, data.edges.count * LARGEST_SHARE);
  const delta = await readDelta(db, anchor, most, again);
  if ('stale' in delta) return delta;
  const version = delta.anchor?.sequence ?? 0;
  const time = now();
  if (delta.count > 0 || time >= data.nextChange) {
    const changed = applyDelta(data, { version, ...delta.rows }, time);
    return { held: { data: changed, anchor: delta.anchor }, changed: true };
  }
  // Nothing that the index holds has changed: the same arrays under the later number.
  return { held: { data: { ...data, version }, anchor: delta.anchor }, changed: false };
}
