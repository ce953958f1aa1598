import { isDeepStrictEqual } from 'node:util';
import { inBatches } from './batches.js';
import { checkRows } from './check-rows.js';
import { type ChangeLog, commit } from './commit.js';
import type { Db, Tx } from './connect.js';

export interface WriteSummary {
  created: number;
  changed: number;
  unchanged: number;
}

/** A row to write with what is stored under its key now. */
export interface Upsert<T> {
  row: T;
  before: T | null;
}

/** The rows that differ from what is stored, in the order given. */
export function changedRows<T extends object>(
  rows: readonly T[],
  current: readonly T[],
  keyOf: (row: T) => string,
): Upsert<T>[] {
  const stored = new Map(current.map((row) => [keyOf(row), row]));
  return rows
    .map((row) => ({ row, before: stored.get(keyOf(row)) ?? null }))
    .filter(({ row, before }) => before === null || !isDeepStrictEqual(row, before));
}

/** Logs an upsert: a new row whole, a changed one only by the properties that differ. */
export function logUpsert<T extends object>(
  log: ChangeLog,
  what: string,
  key: string,
  upsert: Upsert<T>,
): void {
  const { row, before } = upsert;
  if (before === null) {
    log(`${what}.registered`, key, null, { ...row } as Record<string, unknown>);
    return;
  }
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    const old = (before as Record<string, unknown>)[name];
    if (!isDeepStrictEqual(value, old)) {
      was[name] = old;
      is[name] = value;
    }
  }
  log(`${what}.changed`, key, was, is);
}

/**
 * Creates or updates rows under their keys in one transaction: checks them, reads what is stored, writes only
 * what differs and logs it. The same call again changes nothing.
 */
export async function registerRows<T extends object>(
  db: Db,
  actor: string,
  of: {
    /** Noun of the change log, such as `department`. */
    what: string;
    rows: readonly T[];
    keyName: string;
    keyOf: (row: T) => string;
    find: (tx: Tx, keys: string[]) => Promise<T[]>;
    /** Rules that need the store; throws InvalidInput. */
    check?: (tx: Tx, rows: readonly T[]) => Promise<void>;
    write: (tx: Tx, rows: T[]) => Promise<unknown>;
  },
): Promise<WriteSummary> {
  const { what, rows, keyName, keyOf, find, check, write } = of;
  checkRows(rows, keyOf, keyName);
  return commit(db, actor, async (tx, log) => {
    await check?.(tx, rows);
    const current = await inBatches(rows.map(keyOf), (keys) => find(tx, keys));
    const upserts = changedRows(rows, current, keyOf);
    await inBatches(upserts, async (batch) => {
      await write(
        tx,
        batch.map(({ row }) => row),
      );
      return [];
    });
    for (const upsert of upserts) logUpsert(log, what, keyOf(upsert.row), upsert);
    const created = upserts.filter(({ before }) => before === null).length;
    return { created, changed: upserts.length - created, unchanged: rows.length - upserts.length };
  });
}
