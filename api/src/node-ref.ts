import { builder } from './builder.js';
import type { Context } from './context.js';

/**
 * A node that is looked up by key in batches: a field of this type may resolve to a key or to a row. Keys
 * without a row are null: absent and not visible look alike.
 */
export function nodeRef<Row extends object>(
  name: string,
  keyOf: (row: Row) => string,
  load: (keys: string[], context: Context) => Promise<readonly Row[]>,
) {
  return builder.loadableNodeRef<Row, string, string, string, Row>(name, {
    id: { resolve: (row: Row) => keyOf(row) },
    load,
    toKey: keyOf,
    sort: true,
  });
}
