import { type Fields, identsAt, listAt, type Node, nodeAt, nodesAt, structAt } from '../ast.js';
import { deciding } from '../flow.js';
import { evaluate } from './evaluate.js';
import { addArrayJoin, mergeNatural, mergeUsing } from './join.js';
import { addLateralView, addRelation } from './relation.js';
import type { Relation, Scope } from './scope.js';

/** Everything that FROM names, in order; conditions are read when all of it is known (sql-ast §5). */
export function resolveFrom(fields: Fields, scope: Scope): void {
  for (const item of nodesAt(structAt(fields, 'from'), 'expressions')) addItem(item, scope, false);
  addJoins(listAt(fields, 'joins') as Fields[], scope);
  for (const view of listAt(fields, 'lateral_views') as Fields[]) addLateralView(view, scope);
}

/** Joins onto what the scope already holds, with their conditions. */
export function addJoins(joins: readonly Fields[], scope: Scope): void {
  const conditions: Node[] = [];
  const semi: Relation[] = [];
  for (const join of joins) {
    const kind = String(join.kind ?? 'Inner');
    const item = nodeAt(join, 'this');
    if (!item) continue;
    if (kind.endsWith('Array')) {
      addArrayJoin(item, scope);
      continue;
    }
    const left = [...scope.relations];
    addItem(item, scope, /Apply|Lateral/.test(kind), listAt(join, 'pivots').length > 0 ? join : null);
    const right = scope.relations.filter((r) => !left.includes(r));
    const using = identsAt(join, 'using');
    if (using.length > 0) mergeUsing(using, left, right, kind, scope);
    if (kind.startsWith('Natural')) mergeNatural(left, right, kind, scope);
    conditions.push(...[join.on, join.deferred_condition, join.match_condition].filter(isPresent));
    if (/Semi|Anti/.test(kind) && scope.session.rules.parser !== 'clickhouse') {
      semi.push(...(kind.startsWith('Right') ? left : right));
    }
  }
  for (const condition of conditions) scope.influence.push(deciding(evaluate(condition, scope), 'JOIN'));
  // The far side of a semi join has done its work: no name means it any more.
  scope.relations = scope.relations.filter((r) => !semi.includes(r));
}

const isPresent = (node: unknown): node is Node => node !== null && node !== undefined;

function addItem(item: Node, scope: Scope, lateral: boolean, pivots: Fields | null = null): void {
  if ('joined_table' in item) {
    const joined = item.joined_table as Fields;
    if (joined.alias) addRelation(item, scope, lateral);
    else addJoined(joined, scope);
    return;
  }
  if ('paren' in item) {
    const inner = nodeAt(item.paren as Fields, 'this');
    if (inner) addItem(inner, scope, lateral, pivots);
    return;
  }
  addRelation(item, scope, lateral, pivots);
}

/** `(a join b on …)`: without an alias the names inside stay visible. */
export function addJoined(joined: Fields, scope: Scope): void {
  const left = nodeAt(joined, 'left');
  if (left) addItem(left, scope, false);
  addJoins(listAt(joined, 'joins') as Fields[], scope);
  for (const view of listAt(joined, 'lateral_views') as Fields[]) addLateralView(view, scope);
}
