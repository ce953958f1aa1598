import { createContextCache } from '@pothos/core';
import DataLoader from 'dataloader';
import type { Context } from '../context.js';

/** Batches lookups of the rows that belong to a key, within one request; a key without rows gets []. */
export function rowsOf<T>(
  load: (keys: string[], context: Context) => Promise<readonly T[]>,
  keyOf: (row: T) => string,
): (context: Context, key: string) => Promise<T[]> {
  const loaderOf = createContextCache(
    (context: Context) =>
      new DataLoader<string, T[]>(async (keys) => {
        const groups = new Map<string, T[]>(keys.map((key) => [key, []]));
        for (const row of await load([...keys], context)) groups.get(keyOf(row))?.push(row);
        return keys.map((key) => groups.get(key) ?? []);
      }),
  );
  return (context, key) => loaderOf(context).load(key);
}

/** Batches lookups of the one row that belongs to a key, within one request; null where there is none. */
export function rowOf<T>(
  load: (keys: string[], context: Context) => Promise<readonly T[]>,
  keyOf: (row: T) => string,
): (context: Context, key: string) => Promise<T | null> {
  const many = rowsOf(load, keyOf);
  return async (context, key) => (await many(context, key))[0] ?? null;
}
