import type { DialectRules } from '../dialects.js';
import { deciding, merge, NOTHING, type Value } from '../flow.js';
import { type Column, columnsOf, findColumn, type Item, opensOf, type Shape } from '../shape.js';

/**
 * A set operation: columns by position, named by the left. With an unknown star on a side positions are unknown, so
 * columns are matched by name. The right side of EXCEPT and INTERSECT only decides which rows stay.
 */
export function combine(
  type: string,
  left: Shape,
  right: Shape,
  byName: boolean,
  rules: DialectRules,
): Shape {
  const seen = (value: Value) => (type === 'union' ? value : deciding(value, 'FILTER'));
  const around = {
    influence: merge([left.influence, right.influence]),
    tables: [...left.tables, ...right.tables],
  };
  if (byName) return { items: namedUnion(left, right, seen, rules), ...around };
  const open = opensOf(left).length > 0 || opensOf(right).length > 0;
  if (open) return { items: left.items.map((item) => beside(item, right, seen, rules)), ...around };
  const others = columnsOf(right);
  const columns = columnsOf(left);
  const items = columns.map((column, i): Item => {
    if (others.length !== columns.length) {
      const detail = `${columns.length} columns beside ${others.length}`;
      const value: Value = { flows: [], problems: [{ reason: 'COLUMN_COUNT', detail, span: null }] };
      return { column: { ...column, value } };
    }
    return { column: { ...column, value: merge([column.value, seen(others[i]!.value)]) } };
  });
  return { items, ...around };
}

const valueIn = (shape: Shape, name: { name: string; quoted: boolean }, rules: DialectRules): Value => {
  const found = findColumn(shape, name, rules);
  if (found === null || found.how === 'ambiguous') {
    return { flows: [], problems: [{ reason: 'NEEDS_SCHEMA', detail: name.name, span: null }] };
  }
  return found.value;
};

function beside(item: Item, other: Shape, seen: (value: Value) => Value, rules: DialectRules): Item {
  if ('column' in item) {
    const { column } = item;
    return { column: { ...column, value: merge([column.value, seen(valueIn(other, column, rules))]) } };
  }
  const { open } = item;
  return {
    open: {
      of: open.of,
      take: (name) => {
        const own = open.take(name);
        return own && merge([own, seen(valueIn(other, name, rules))]);
      },
    },
  };
}

/** UNION BY NAME: columns of both, each beside its namesake. */
function namedUnion(
  left: Shape,
  right: Shape,
  seen: (value: Value) => Value,
  rules: DialectRules,
): readonly Item[] {
  const namesake = (shape: Shape, column: Column): Value => {
    const found = findColumn(shape, column, rules);
    return found && found.how !== 'ambiguous' ? found.value : NOTHING;
  };
  const own = left.items.map((item): Item => {
    if (!('column' in item)) return item;
    const { column } = item;
    return { column: { ...column, value: merge([column.value, seen(namesake(right, column))]) } };
  });
  const more = right.items.filter(
    (item) => !('column' in item) || findColumn(left, item.column, rules) === null,
  );
  return [...own, ...more];
}
