import type { Ident } from './ast.js';
import type { DialectRules } from './dialects.js';
import { merge, NOTHING, type Value } from './flow.js';
import { looseKey, matching } from './names.js';

export interface Column {
  /** '' when the query gives it no name. */
  name: string;
  quoted: boolean;
  value: Value;
}

/** Columns that nobody has told: any name may be among them, and is then what `take` gives. */
export interface Open {
  /** Whose columns they are, to say in a message. */
  of: string;
  take(name: Ident): Value | null;
  /** Fields of a struct: they go by the relation's name only, so a bare name is not looked for here. */
  qualifiedOnly?: boolean;
  /** Not among what `*` stands for. */
  unlisted?: boolean;
}

export type Item = { column: Column } | { open: Open };

/** What a query or a relation gives: its columns in order, and what decides over its rows. */
export interface Shape {
  items: readonly Item[];
  influence: Value;
  /** Base tables that are read, in order of reading. */
  tables: readonly string[];
}

export const EMPTY_SHAPE: Shape = { items: [], influence: NOTHING, tables: [] };

export const columnsOf = (shape: Shape): Column[] =>
  shape.items.flatMap((item) => ('column' in item ? [item.column] : []));
export const opensOf = (shape: Shape): Open[] =>
  shape.items.flatMap((item) => ('open' in item ? [item.open] : []));

export type Found =
  /** A column of this name is there. */
  | { how: 'known'; value: Value }
  /** It can only be one of columns that nobody has told. */
  | { how: 'possible'; value: Value }
  | { how: 'ambiguous' }
  | null;

const indexes = new WeakMap<Shape, Map<string, Column[]>>();
/** Columns by loose name: shapes of 20,000 columns are asked for each of them. */
function columnsCalled(shape: Shape, key: string): readonly Column[] {
  let index = indexes.get(shape);
  if (!index) {
    index = new Map();
    for (const column of columnsOf(shape)) {
      const own = looseKey(column.name);
      const there = index.get(own);
      if (there) there.push(column);
      else index.set(own, [column]);
    }
    indexes.set(shape, index);
  }
  return index.get(key) ?? [];
}

/** The column of this name. Null when there is certainly none. */
export function findColumn(shape: Shape, name: Ident, rules: DialectRules, bare = false): Found {
  const named = matching(columnsCalled(shape, looseKey(name.name)), name, rules);
  if (named.length === 1) return { how: 'known', value: named[0]!.value };
  if (named.length > 1) return { how: 'ambiguous' };
  const taken = opensOf(shape)
    .filter((open) => !(bare && open.qualifiedOnly))
    .map((open) => open.take(name))
    .filter((value) => value !== null);
  if (taken.length === 1) return { how: 'possible', value: taken[0]! };
  return taken.length === 0 ? null : { how: 'ambiguous' };
}

/** The shape with its columns called by `names`, as `x(a, b)` does; what an open star covers is open no more. */
export function renamed(shape: Shape, names: readonly Ident[]): Shape {
  if (names.length === 0) return shape;
  const items = shape.items.map((item, i): Item => {
    const name = names[i];
    if (!name || 'open' in item) return item;
    return { column: { ...item.column, name: name.name, quoted: name.quoted } };
  });
  const firstOpen = items.findIndex((item) => 'open' in item);
  if (firstOpen < 0) return { ...shape, items };
  const covered = names.slice(firstOpen).map((name): Item => {
    const value: Value = {
      flows: [],
      problems: [{ reason: 'NEEDS_SCHEMA', detail: name.name, span: null }],
    };
    return { column: { name: name.name, quoted: name.quoted, value } };
  });
  return { ...shape, items: [...items.slice(0, firstOpen), ...covered] };
}

/** All that a shape holds as one value: for a whole row, or a function over one. */
export function everything(shape: Shape): Value {
  const unknown = opensOf(shape).map(
    (open): Value => ({
      flows: [],
      problems: [{ reason: 'NEEDS_SCHEMA', detail: `${open.of}.*`, span: null }],
    }),
  );
  return merge([...columnsOf(shape).map((column) => column.value), ...unknown]);
}
