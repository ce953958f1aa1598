import type { BackflowClosuresQuery } from '@/lib/api/gql/graphql';
import type { Sort } from './backflow-params';

export type Closure = BackflowClosuresQuery['backflowClosure'][number];
export type UnitLink = Closure['links'][number];

/** How a unit stands: everything by its day, something overdue, something broken, no link at all. */
export type Standing = 'good' | 'overdue' | 'broken' | 'none';

/** The worst of its links decides. */
export function standingOf(
  row: Pick<Closure, 'broken' | 'overdue'> & { links: readonly unknown[] },
): Standing {
  if (row.links.length === 0) return 'none';
  if (row.broken > 0) return 'broken';
  return row.overdue > 0 ? 'overdue' : 'good';
}

/** Sub-districts and towns; the other rows are units that the city serves. */
export function isGrassRoots(row: { department: { kind: string } }): boolean {
  return row.department.kind === 'SUBDISTRICT' || row.department.kind === 'TOWN';
}

/** Rows held where it was collected, and of the latest delivery of each link: sent and landed. */
export function volumesOf(row: { links: readonly Pick<UnitLink, 'collected' | 'deliveries'>[] }): {
  collected: number;
  sent: number;
  landed: number;
} {
  const collected = new Map(
    row.links.flatMap((link) =>
      link.collected ? [[link.collected.id, link.collected.rowCount ?? 0] as const] : [],
    ),
  );
  const latest = row.links.flatMap((link) => link.deliveries.slice(0, 1));
  return {
    collected: [...collected.values()].reduce((sum, rows) => sum + rows, 0),
    sent: latest.reduce((sum, delivery) => sum + delivery.rowsSent, 0),
    landed: latest.reduce((sum, delivery) => sum + delivery.rowsLanded, 0),
  };
}

const RANK: Record<Standing, number> = { good: 0, overdue: 1, broken: 2, none: 3 };
const VALUE: Record<Exclude<Sort, 'NAME'>, (row: Closure) => number | null> = {
  CLOSURE: (row) => row.closureRate,
  ON_TIME: (row) => row.onTimeRate,
  DAYS: (row) => row.daysToReturn,
  LANDING: (row) => row.landingRate,
  LOST: (row) => row.lostFields,
  STATE: (row) => RANK[standingOf(row)],
};

/** In an order; rows without the value come last whichever way, one row can be held at the top. */
export function sortUnits(
  rows: readonly Closure[],
  sort: Sort,
  dir: 'asc' | 'desc',
  first?: string,
): Closure[] {
  const turn = dir === 'desc' ? -1 : 1;
  const byCode = (a: Closure, b: Closure) => (a.department.code < b.department.code ? -1 : 1);
  return [...rows].sort((a, b) => {
    if (a.department.code === first) return -1;
    if (b.department.code === first) return 1;
    if (sort === 'NAME') return turn * byCode(a, b);
    const left = VALUE[sort](a);
    const right = VALUE[sort](b);
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byCode(a, b);
    return turn * (left - right) || byCode(a, b);
  });
}
