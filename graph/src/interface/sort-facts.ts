import { gradeRank, type InterfaceSort } from '../model/index.js';
import type { InterfaceFacts } from './list-facts.js';

/** Ascending. The longer ago the last call, the more idle; never called is the most. */
const MEASURES: Record<Exclude<InterfaceSort, 'NAME'>, (row: InterfaceFacts) => number> = {
  GRADE: ({ grade }) => gradeRank(grade),
  CALLS: ({ calls }) => calls,
  LAST_CALL: ({ lastAt }) => (lastAt === null ? 0 : Date.parse(lastAt)),
  IDLE: ({ lastAt }) => (lastAt === null ? Number.POSITIVE_INFINITY : -Date.parse(lastAt)),
  CONSUMERS: ({ grants }) => new Set(grants.map(({ consumer }) => consumer)).size,
};

/** The rows, which come by name and code, in an order; equal ones stay by name and code. */
export function inOrder(
  rows: readonly InterfaceFacts[],
  sort: InterfaceSort,
  descending: boolean,
): InterfaceFacts[] {
  if (sort === 'NAME') return descending ? [...rows].reverse() : [...rows];
  const measure = MEASURES[sort];
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [measure(a), measure(b)];
    return x === y ? 0 : x < y ? -sign : sign;
  });
}
