import type { InterfaceFilter } from '../model/index.js';
import type { InterfaceFacts } from './list-facts.js';
import { passes } from './passes.js';

export interface FacetCount {
  name: 'state' | 'grade' | 'department' | 'scene';
  values: { value: string; count: number }[];
}

/** Stands for "nothing that it exposes is graded" among the grades. */
const UNGRADED = 'NONE';

const VALUES: Record<FacetCount['name'], (row: InterfaceFacts) => string | null> = {
  state: ({ state }) => state,
  grade: ({ grade }) => grade ?? UNGRADED,
  department: ({ provider }) => provider,
  scene: ({ scene }) => scene,
};

/** Counts by value, most first; each facet counts under the conditions of the others. */
export function facetsOf(
  rows: readonly InterfaceFacts[],
  filter: InterfaceFilter,
  on: { day: string },
): FacetCount[] {
  return (Object.keys(VALUES) as FacetCount['name'][]).map((name) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const value = passes(row, filter, on, name) ? VALUES[name](row) : null;
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const values = [...counts].map(([value, count]) => ({ value, count }));
    return { name, values: values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)) };
  });
}
