import type { Db, Tx } from '../../db/index.js';
import { findLastChange, listIndexChanges } from './index-queries.js';
import { countTouched, DETAILED_KINDS, markTouched, nothingTouched, type Touched } from './touched.js';

/** A change by which a store is recognised: another history has another one under the same number. */
export interface Anchor {
  sequence: number;
  at: string;
  key: string;
}

/** Changes after an anchor, or why they cannot be followed. */
export type Changes = { touched: Touched; anchor: Anchor | null } | { stale: string };

const PAGE = 5_000;
/** More changes than this are read slower than everything. */
const MOST_CHANGES = 100_000;

/** The last change; null before the first. */
export async function readLastChange(runner: Db | Tx): Promise<Anchor | null> {
  const last = await findLastChange.first(runner, {});
  if (last === null || last.at === null || last.key === null) return null;
  return { sequence: last.sequence, at: last.at, key: last.key };
}

/**
 * What happened after `anchor` (null = from the beginning), by sequence. Stale: the anchor is not in the log any more
 * (another store, or one that was put back), numbers are missing, a kind is not known, or there is more than `most`.
 */
export async function readChanges(runner: Db | Tx, anchor: Anchor | null, most: number): Promise<Changes> {
  const touched = nothingTouched();
  let last = anchor;
  let known = anchor === null;
  for (let count = 0; ; ) {
    const from = last === null ? 1 : known ? last.sequence + 1 : last.sequence;
    const rows = await listIndexChanges.run(runner, { from, limit: PAGE, detailed: DETAILED_KINDS });
    for (const row of rows) {
      if (!known && last !== null) {
        if (row.sequence !== last.sequence || row.at !== last.at || row.key !== last.key) break;
        known = true;
        continue;
      }
      const expected = (last?.sequence ?? 0) + 1;
      if (row.sequence !== expected) return { stale: `change ${expected} is missing` };
      if (!markTouched(touched, row))
        return { stale: `change ${row.sequence} is of an unknown kind: ${row.kind}` };
      last = { sequence: row.sequence, at: row.at, key: row.key };
      count++;
    }
    if (!known)
      return { stale: `the store has another history than change ${anchor?.sequence} of ${anchor?.at}` };
    if (count > MOST_CHANGES || countTouched(touched) > most)
      return { stale: `more than ${most} things changed` };
    if (rows.length < PAGE) return { touched, anchor: last };
  }
}
