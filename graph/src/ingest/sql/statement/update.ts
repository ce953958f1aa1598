import { type Fields, type Ident, listAt, type Node, nodeAt, structAt } from '../ast.js';
import { deciding, merge } from '../flow.js';
import { looseKey, tableParts } from '../names.js';
import { evaluate } from '../resolve/evaluate.js';
import { addJoins, resolveFrom } from '../resolve/from.js';
import { relationsCalled } from '../resolve/lookup.js';
import { addRelation } from '../resolve/relation.js';
import { newScope, type Relation, type Scope } from '../resolve/scope.js';
import type { Env } from '../resolve/session.js';
import { extendEnv } from '../resolve/with.js';
import { type Context, spelled } from './context.js';

/** UPDATE, with FROM or joins: each SET column from its expression, all rows from joins and WHERE. */
export function readUpdate(update: Fields, context: Context, outer: Env | null = null): void {
  const { session, findings } = context;
  const table = structAt(update, 'table');
  if (!table) return;
  const scope = newScope(session, null, extendEnv(structAt(update, 'with'), null, outer, session));
  const target = addTarget(table, update, scope);
  const condition = structAt(update, 'where_clause');
  if (condition) scope.influence.push(deciding(evaluate(nodeAt(condition, 'this'), scope), 'FILTER'));
  const touched = new Set<string>();
  for (const [name, node] of listAt(update, 'set') as [Ident, Node][]) {
    const { relation, column } = assignedColumn(name, target, scope);
    if (relation.parts.length === 0) {
      findings.mark({ reason: 'NOT_UNDERSTOOD', detail: `${name.name} is set in what is no table` });
      continue;
    }
    const known = session.catalogue.find(relation.parts);
    findings.column(known.name, spelled([column], known.columns)[0]!, evaluate(node, scope));
    touched.add(known.name);
  }
  for (const name of touched) findings.rows(name, merge(scope.influence), scope.tables);
}

/** The relation that is written. T-SQL and MySQL name it by an alias of FROM; elsewhere it stands beside FROM. */
function addTarget(table: Fields, update: Fields, scope: Scope): Relation {
  resolveFrom({ from: update.from_clause }, scope);
  const parts = tableParts(table);
  const own = parts.at(-1) ?? '';
  const named = relationsCalled(scope, [{ name: own, quoted: false }]);
  const self = named.find((r) => r.alias !== null || r.parts.length > 0);
  if (self && parts.length === 1) {
    addJoins(listAt(update, 'from_joins') as Fields[], scope);
    return self;
  }
  addRelation({ table }, scope, false);
  const target = scope.relations.at(-1)!;
  // Qualified names of the target must not be taken for FROM's: it stands first.
  scope.relations = [target, ...scope.relations.slice(0, -1)];
  for (const extra of listAt(update, 'extra_tables') as Fields[]) addRelation({ table: extra }, scope, false);
  addJoins([...listAt(update, 'table_joins'), ...listAt(update, 'from_joins')] as Fields[], scope);
  return scope.relations.find((r) => r === target) ?? laterTarget(parts, scope, target);
}

const laterTarget = (parts: readonly string[], scope: Scope, fallback: Relation): Relation =>
  scope.relations.find((r) => r.parts.join('.') === parts.join('.')) ?? fallback;

/** `t.a` sets a of t where t names a relation; otherwise the first part is the column, the rest fields of it. */
function assignedColumn(name: Ident, target: Relation, scope: Scope): { relation: Relation; column: string } {
  const path = name.name.split('.');
  for (let taken = path.length - 1; taken > 0; taken--) {
    const qualifier = path.slice(0, taken).map((part) => ({ name: part, quoted: false }));
    const [relation] = relationsCalled(scope, qualifier);
    if (relation) return { relation, column: path[taken]! };
    if (looseKey(path[taken - 1]!) === looseKey(target.parts.at(-1) ?? '')) {
      return { relation: target, column: path[taken]! };
    }
  }
  return { relation: target, column: path[0]! };
}

/** DELETE moves no value: the tables and columns that decide which rows go. */
export function readDelete(statement: Fields, context: Context, outer: Env | null = null): void {
  const { session, findings } = context;
  const table = structAt(statement, 'table');
  if (!table) return;
  const scope = newScope(session, null, extendEnv(structAt(statement, 'with'), null, outer, session));
  addRelation({ table }, scope, false);
  const target = scope.relations.at(-1)!;
  for (const using of listAt(statement, 'using')) {
    const node = using as Node;
    addRelation(Object.keys(node).length === 1 ? node : { table: node }, scope, false);
  }
  addJoins(listAt(statement, 'joins') as Fields[], scope);
  const where = structAt(statement, 'where_clause');
  if (where) scope.influence.push(deciding(evaluate(nodeAt(where, 'this'), scope), 'FILTER'));
  const known = session.catalogue.find(target.parts);
  findings.rows(known.name, merge(scope.influence), scope.tables);
}
