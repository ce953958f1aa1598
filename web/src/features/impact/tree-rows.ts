import type { AuthorizationRow, ConsumerRow, InterfaceRow, RingBranch } from './access-tree';

/** One visible row of the tree of interfaces, consumers and authorisations. */
export type TreeRow = {
  /** Unique among all rows, and stable: part of the address. */
  key: string;
  parent: string | null;
  /** Place among its siblings, from 1, and how many they are. */
  place: number;
  siblings: number;
} & (
  | { level: 1; kind: 'ring'; branch: RingBranch }
  | { level: 2; kind: 'interface'; row: InterfaceRow }
  | { level: 3; kind: 'consumer'; row: ConsumerRow }
  | { level: 4; kind: 'authorization'; row: AuthorizationRow }
);

/** Whether a row has something below it. */
export function expandable(row: TreeRow): boolean {
  if (row.kind === 'ring') return true;
  if (row.kind === 'interface') return row.row.consumers.length > 0;
  return row.kind === 'consumer' && row.row.authorizations.length > 0;
}

/** The rows to show, in order, when these keys are open. */
export function visibleRows(branches: readonly RingBranch[], open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  for (const [b, branch] of branches.entries()) {
    const ringKey: string = branch.ring;
    rows.push({
      key: ringKey,
      parent: null,
      place: b + 1,
      siblings: branches.length,
      level: 1,
      kind: 'ring',
      branch,
    });
    if (!open.has(ringKey)) continue;
    for (const [i, row] of branch.interfaces.entries()) {
      const key = row.interface.code;
      const siblings = branch.interfaces.length;
      rows.push({ key, parent: ringKey, place: i + 1, siblings, level: 2, kind: 'interface', row });
      if (open.has(key)) addConsumers(rows, row, key, open);
    }
  }
  return rows;
}

function addConsumers(rows: TreeRow[], of: InterfaceRow, parent: string, open: ReadonlySet<string>): void {
  for (const [c, row] of of.consumers.entries()) {
    const key = `${parent}/${row.consumer.code}`;
    const siblings = of.consumers.length;
    rows.push({ key, parent, place: c + 1, siblings, level: 3, kind: 'consumer', row });
    if (!open.has(key)) continue;
    for (const [a, authorization] of row.authorizations.entries()) {
      rows.push({
        key: `${key}/${authorization.code}`,
        parent: key,
        place: a + 1,
        siblings: row.authorizations.length,
        level: 4,
        kind: 'authorization',
        row: authorization,
      });
    }
  }
}

/** Every key that can be open. */
export function allKeys(branches: readonly RingBranch[]): string[] {
  return branches.flatMap((branch) => [
    branch.ring,
    ...branch.interfaces.flatMap((row) =>
      row.consumers.length === 0
        ? []
        : [
            row.interface.code,
            ...row.consumers
              .filter(({ authorizations }) => authorizations.length > 0)
              .map(({ consumer }) => `${row.interface.code}/${consumer.code}`),
          ],
    ),
  ]);
}

const OPEN_AT_MOST = 60;

/** What is open before anybody chose: the rings whose values arrive, unless their interfaces are very many. */
export function openAtFirst(branches: readonly RingBranch[]): string[] {
  return branches
    .filter(({ ring, interfaces }) => ring !== 'INFLUENCED' && interfaces.length <= OPEN_AT_MOST)
    .map(({ ring }) => ring);
}

/** The `open` parameter: nothing for what is open at first, `all`, or the keys. */
export function writeOpen(branches: readonly RingBranch[], open: ReadonlySet<string>): string | null {
  const sorted = [...open].sort();
  const same = (keys: string[]) => keys.length === sorted.length && keys.every((key) => open.has(key));
  if (same(openAtFirst(branches))) return null;
  if (same(allKeys(branches))) return 'all';
  return sorted.join('~');
}

/** Reads the `open` parameter; unknown keys are forgotten. */
export function readOpen(branches: readonly RingBranch[], text: string | null | undefined): Set<string> {
  if (text === null || text === undefined) return new Set(openAtFirst(branches));
  const known = allKeys(branches);
  if (text === 'all') return new Set(known);
  const asked = new Set(text.split('~'));
  return new Set(known.filter((key) => asked.has(key)));
}
