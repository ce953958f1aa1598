import { problem, type Value } from '../flow.js';
import type { Shape } from '../shape.js';
import type { Findings } from './findings.js';

/** A target column and what goes into it. */
export interface Assigned {
  name: string;
  value: Value;
}

/**
 * Puts a query's columns into target columns by position; without names the query's own count. What an unknown star
 * covers is not mapped: what stands before and, when the number of columns is known, behind it is (sql-ast §9).
 */
export function assign(shape: Shape, names: readonly string[] | null): Assigned[] {
  const { items } = shape;
  const opens = items.flatMap((item, i) => ('open' in item ? [{ i, of: item.open.of }] : []));
  const valueAt = (i: number): Value => {
    const item = items[i];
    return item && 'column' in item ? item.column.value : problem('NEEDS_SCHEMA', opens[0]?.of ?? '');
  };
  if (names === null) {
    return items.flatMap((item, i): Assigned[] =>
      'column' in item ? [{ name: item.column.name || `_${i}`, value: item.column.value }] : [],
    );
  }
  const [first, second] = opens;
  if (!first) {
    if (items.length === names.length) return names.map((name, i) => ({ name, value: valueAt(i) }));
    const wrong = problem('COLUMN_COUNT', `${items.length} columns for ${names.length}`);
    return names.map((name) => ({ name, value: wrong }));
  }
  const behind = second ? 0 : items.length - first.i - 1;
  return names.map((name, i) => {
    if (i < first.i) return { name, value: valueAt(i) };
    const fromEnd = names.length - i;
    return {
      name,
      value: fromEnd <= behind ? valueAt(items.length - fromEnd) : problem('NEEDS_SCHEMA', `${first.of}.*`),
    };
  });
}

/** Writes a query's columns to a target, and marks the stars whose columns nobody knows. */
export function write(
  findings: Findings,
  target: string | null,
  shape: Shape,
  names: readonly string[] | null,
): Assigned[] {
  const assigned = assign(shape, names);
  for (const { name, value } of assigned) {
    // The place of a value without a name is known, its column is not.
    if (target !== null && names === null && /^_\d+$/.test(name)) {
      if (value.flows.length > 0)
        findings.mark({ reason: 'UNNAMED_COLUMN', detail: `column ${name.slice(1)} of the query` });
    } else findings.column(target, name, value);
  }
  if (names === null) {
    for (const item of shape.items) {
      if (!('open' in item)) continue;
      const why = item.open.take({ name: '*', quoted: true })?.problems ?? [];
      if (why.length > 0) for (const found of why) findings.mark(found);
      else findings.mark({ reason: 'NEEDS_SCHEMA', detail: `${item.open.of}.*` });
    }
  }
  findings.rows(target, shape.influence, shape.tables);
  return assigned;
}
