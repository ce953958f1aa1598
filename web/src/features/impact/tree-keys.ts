import { expandable, type TreeRow } from './tree-rows';

/** What a key does: move to a row, open or close rows, or follow the link of the row. */
export type TreeMove = { to: string } | { open: string[] } | { close: string } | { follow: string };

/** The keys of a tree grid (WAI-ARIA Authoring Practices): null when the key means nothing here. */
export function treeMove(
  rows: readonly TreeRow[],
  open: ReadonlySet<string>,
  at: string,
  key: string,
): TreeMove | null {
  const index = rows.findIndex((row) => row.key === at);
  const row = rows[index];
  if (!row) return null;
  const to = (place: number) => {
    const target = rows[Math.min(rows.length - 1, Math.max(0, place))];
    return target && target.key !== at ? { to: target.key } : null;
  };
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (!expandable(row)) return null;
      return open.has(at) ? to(index + 1) : { open: [at] };
    case 'ArrowLeft':
      if (open.has(at)) return { close: at };
      return row.parent ? { to: row.parent } : null;
    case '*':
      return {
        open: rows.filter((other) => other.parent === row.parent && expandable(other)).map((r) => r.key),
      };
    case ' ':
      if (!expandable(row)) return null;
      return open.has(at) ? { close: at } : { open: [at] };
    case 'Enter':
      return { follow: at };
    default:
      return null;
  }
}
