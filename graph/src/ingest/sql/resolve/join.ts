import { as, type Ident, identAt, type Node, nodeAt, nodesAt } from '../ast.js';
import { deciding, merge, problem, through, type Value } from '../flow.js';
import { looseKey } from '../names.js';
import { columnsOf, findColumn, opensOf } from '../shape.js';
import { evaluate, pathOf } from './evaluate.js';
import type { Relation, Scope } from './scope.js';

/** USING: one column of two; LEFT and INNER take the left, RIGHT the right, FULL whichever is there. */
export function mergeUsing(
  names: readonly Ident[],
  left: readonly Relation[],
  right: readonly Relation[],
  kind: string,
  scope: Scope,
): void {
  for (const name of names) {
    const key = looseKey(name.name);
    const before = scope.merged.find((m) => looseKey(m.name.name) === key);
    const ours = before?.value ?? among(left, name, scope);
    const theirs = among(right, name, scope);
    const value = /Right/.test(kind) ? theirs : /Full/.test(kind) ? merge([ours, theirs]) : ours;
    const having = [...left, ...right].filter((r) => findColumn(r.shape, name, scope.session.rules) !== null);
    scope.merged = scope.merged.filter((m) => m !== before);
    scope.merged.push({ name, value, members: new Set([...(before?.members ?? []), ...having]) });
    scope.influence.push(deciding(merge([ours, theirs]), 'JOIN'));
  }
}

/** NATURAL: USING the columns that both sides have; with columns unknown on a side nobody can say which. */
export function mergeNatural(
  left: readonly Relation[],
  right: readonly Relation[],
  kind: string,
  scope: Scope,
): void {
  if ([...left, ...right].some((r) => opensOf(r.shape).length > 0)) return;
  const theirs = new Set(right.flatMap((r) => columnsOf(r.shape)).map((c) => looseKey(c.name)));
  const common = new Map<string, Ident>();
  for (const column of left.flatMap((r) => columnsOf(r.shape))) {
    const key = looseKey(column.name);
    if (theirs.has(key)) common.set(key, { name: column.name, quoted: column.quoted });
  }
  mergeUsing([...common.values()], left, right, kind, scope);
}

function among(relations: readonly Relation[], name: Ident, scope: Scope): Value {
  const found = relations
    .map((r) => findColumn(r.shape, name, scope.session.rules))
    .filter((f) => f !== null);
  const known = found.filter((f) => f.how === 'known');
  const [only, another] = known.length > 0 ? known : found;
  if (!only) return problem('UNKNOWN_COLUMN', name.name);
  return another || only.how === 'ambiguous' ? problem('AMBIGUOUS_COLUMN', name.name) : only.value;
}

/** ClickHouse ARRAY JOIN: its names stand before those of the tables. */
export function addArrayJoin(item: Node, scope: Scope): void {
  const tuple = as(item, 'tuple');
  for (const node of tuple ? nodesAt(tuple, 'expressions') : [item]) {
    const alias = as(node, 'alias');
    const name = alias ? identAt(alias, 'alias') : (pathOf(node)?.at(-1) ?? null);
    const value = through(evaluate(alias ? nodeAt(alias, 'this') : node, scope), 'TRANSFORMATION');
    if (name) scope.merged.push({ name, value, members: new Set() });
  }
}
