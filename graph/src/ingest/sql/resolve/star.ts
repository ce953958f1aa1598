import { as, type Fields, type Ident, identAt, identsAt, listAt, type Node, nodeAt } from '../ast.js';
import { through, type Value } from '../flow.js';
import { looseKey } from '../names.js';
import type { Column, Item, Open } from '../shape.js';
import { evaluate } from './evaluate.js';
import { findPath, relationsCalled } from './lookup.js';
import type { Relation, Scope } from './scope.js';

/** The columns of `*`, `t.*` and their EXCEPT, REPLACE and RENAME; null when the node is no star. */
export function expandStar(node: Node, scope: Scope): Item[] | null {
  const star = as(node, 'star');
  if (star) {
    const table = identAt(star, 'table');
    const of = table ? starredRelations(table, scope) : scope.relations.filter((r) => !r.hidden);
    if (of === null) return structStar([...table!.name.split('.')], scope);
    return modified(
      table ? itemsOf(of) : [...mergedItems(of, scope), ...unmergedItems(of, scope)],
      star,
      scope,
    );
  }
  // ClickHouse `columns('pattern')`: which columns it takes is known only to the server.
  const call = as(node, 'function');
  if (call && /^columns$/i.test(String(call.name))) return [{ open: { of: 'columns()', take: () => null } }];
  // `(r).*`
  const dot = as(node, 'dot');
  if (identAt(dot, 'field')?.name !== '*') return null;
  const base = nodeAt(dot!, 'this');
  const inner = base && as(base, 'paren');
  const path = inner && as(nodeAt(inner, 'this'), 'column');
  const name = path ? identAt(path, 'name') : null;
  const of = name && starredRelations(name, scope);
  return of ? itemsOf(of) : structStar([name?.name ?? '*'], scope);
}

function starredRelations(table: Ident, scope: Scope): Relation[] | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const named = relationsCalled(at, [table]);
    if (named.length > 0) return named;
    const parts = table.name.split('.').map((name) => ({ name, quoted: false }));
    const qualified = parts.length > 1 ? relationsCalled(at, parts) : [];
    if (qualified.length > 0) return qualified;
  }
  return null;
}

/** All fields of a struct: unknown names, each from the column that holds the struct. */
function structStar(path: string[], scope: Scope): Item[] {
  const value = findPath(
    scope,
    path.map((name) => ({ name, quoted: false })),
  );
  const fails = value.problems.length > 0 ? value : through(value, 'TRANSFORMATION');
  return [{ open: { of: path.join('.'), take: () => fails } }];
}

const listed = ({ shape }: Relation): Item[] =>
  shape.items.filter((item) => !('open' in item && item.open.unlisted));
const itemsOf = (relations: readonly Relation[]): Item[] => relations.flatMap((r) => listed(r));

/** Columns that USING made one come first, once. */
function mergedItems(relations: readonly Relation[], scope: Scope): Item[] {
  return scope.merged
    .filter((m) => relations.some((r) => m.members.has(r)))
    .map((m) => ({ column: { name: m.name.name, quoted: m.name.quoted, value: m.value } }));
}

function unmergedItems(relations: readonly Relation[], scope: Scope): Item[] {
  return relations.flatMap((relation) => {
    const merged = scope.merged.filter((m) => m.members.has(relation)).map((m) => looseKey(m.name.name));
    return without(listed(relation), merged);
  });
}

const without = (items: readonly Item[], names: readonly string[]): Item[] =>
  names.length === 0
    ? [...items]
    : items.flatMap((item): Item[] => {
        if ('column' in item) return names.includes(looseKey(item.column.name)) ? [] : [item];
        const { open } = item;
        const take: Open['take'] = (name) => (names.includes(looseKey(name.name)) ? null : open.take(name));
        return [{ open: { of: open.of, take } }];
      });

function modified(items: Item[], star: Fields, scope: Scope): Item[] {
  const left = without(
    items,
    identsAt(star, 'except').map((name) => looseKey(name.name)),
  );
  const replaced = (listAt(star, 'replace') as Fields[]).flatMap((raw): Column[] => {
    const alias = nodeAt(raw, 'this') ? raw : (as(raw, 'alias') ?? raw);
    const name = identAt(alias, 'alias');
    return name ? [{ ...name, value: evaluate(nodeAt(alias, 'this'), scope) }] : [];
  });
  const renames = (listAt(star, 'rename') as [Ident, Ident][]).map(([from, to]) => ({ from, to }));
  return left.map((item) => {
    if ('column' in item) return { column: changed(item.column, replaced, renames) };
    const { open } = item;
    return { open: { of: open.of, take: (name) => taken(open, name, replaced, renames) } };
  });
}

type Rename = { from: Ident; to: Ident };

function changed(column: Column, replaced: readonly Column[], renames: readonly Rename[]): Column {
  const key = looseKey(column.name);
  const other = replaced.find((r) => looseKey(r.name) === key);
  const rename = renames.find((r) => looseKey(r.from.name) === key);
  return { ...column, ...(other ? { value: other.value } : {}), ...(rename ? { name: rename.to.name } : {}) };
}

function taken(
  open: Open,
  name: Ident,
  replaced: readonly Column[],
  renames: readonly Rename[],
): Value | null {
  const key = looseKey(name.name);
  const other = replaced.find((r) => looseKey(r.name) === key);
  if (other) return other.value;
  const rename = renames.find((r) => looseKey(r.to.name) === key);
  if (rename) return open.take(rename.from);
  return renames.some((r) => looseKey(r.from.name) === key) ? null : open.take(name);
}
