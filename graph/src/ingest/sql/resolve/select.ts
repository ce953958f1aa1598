import { as, type Fields, identAt, listAt, type Node, nodeAt, nodesAt, structAt } from '../ast.js';
import { deciding, merge, unplaced, type Value } from '../flow.js';
import { looseKey } from '../names.js';
import { columnsOf, type Item, type Shape } from '../shape.js';
import { evaluate } from './evaluate.js';
import { resolveFrom } from './from.js';
import { outputName, projectionsOf } from './output.js';
import { newScope, type Scope } from './scope.js';
import type { Env, Session } from './session.js';
import { expandStar } from './star.js';
import { orderKeys, windowValue } from './window.js';
import { extendEnv } from './with.js';

/** One SELECT: its relations, then its outputs in order, then everything that decides over its rows. */
export function resolveSelect(
  fields: Fields,
  parent: Scope | null,
  outer: Env | null,
  session: Session,
): Shape {
  const env = extendEnv(structAt(fields, 'with'), parent, outer, session);
  const scope = newScope(session, parent, env);
  resolveFrom(fields, scope);
  scope.windows = namedWindows(fields, scope);
  const items = resolveOutputs(fields, scope);
  decideRows(fields, scope, items);
  return { items, influence: merge(scope.influence), tables: scope.tables };
}

function namedWindows(fields: Fields, scope: Scope): Map<string, Value> {
  const windows = new Map<string, Value>();
  for (const raw of listAt(fields, 'windows') as Fields[]) {
    const name = identAt(raw, 'name');
    scope.windows = windows;
    if (name) windows.set(looseKey(name.name), windowValue(structAt(raw, 'spec'), scope, evaluate));
  }
  return windows;
}

function resolveOutputs(fields: Fields, scope: Scope): Item[] {
  const items: Item[] = [];
  const { rules } = scope.session;
  scope.aliasUse = rules.lateralAliases ? 'last' : 'none';
  for (const projection of projectionsOf(fields, rules)) {
    const star = expandStar(projection.node, scope);
    if (star) {
      items.push(...star);
      continue;
    }
    const value = evaluate(projection.node, scope);
    if (projection.variable !== undefined) {
      scope.session.variables.set(looseKey(projection.variable), unplaced(value));
      continue;
    }
    for (const alias of projection.aliases) {
      items.push({ column: { name: alias.name, quoted: alias.quoted, value } });
      scope.aliases.push({ ...alias, value, usesOwnName: usesName(projection.node, alias.name) });
    }
    if (projection.aliases.length === 0) {
      const name = outputName(projection.node, items.length, rules);
      items.push({ column: { name: name?.name ?? '', quoted: name?.quoted ?? false, value } });
    }
  }
  return items;
}

/** Whether an expression uses a column called so. */
function usesName(node: Node, name: string): boolean {
  return JSON.stringify(node)
    .toLowerCase()
    .includes(`"name":${JSON.stringify(name).toLowerCase()}`);
}

function decideRows(fields: Fields, scope: Scope, items: readonly Item[]): void {
  const { rules } = scope.session;
  const decide = (nodes: readonly (Node | null)[], subtype: 'FILTER' | 'GROUP_BY' | 'SORT') => {
    for (const node of nodes) scope.influence.push(deciding(evaluate(node, scope), subtype));
  };
  scope.aliasUse = rules.aliasesEverywhere ? 'last' : 'none';
  decide([conditionAt(fields, 'where_clause'), conditionAt(fields, 'prewhere')], 'FILTER');
  const connect = structAt(fields, 'connect');
  if (connect) decide([nodeAt(connect, 'start'), nodeAt(connect, 'connect')], 'FILTER');
  scope.aliasUse = 'last';
  const grouped = [...groupKeys(fields), ...nodesAt(fields, 'distinct_on')];
  decideByKeys(grouped, 'GROUP_BY', scope, items);
  decide([conditionAt(fields, 'having'), conditionAt(fields, 'qualify')], 'FILTER');
  scope.aliasUse = /^(postgresql|mysql)$/.test(rules.parser) ? 'first' : 'last';
  const sorted = ['order_by', 'sort_by', 'distribute_by', 'cluster_by'].flatMap((name) =>
    sortKeys(fields, name),
  );
  decideByKeys(sorted, 'SORT', scope, items);
}

/** WHERE is `{this}`, PREWHERE the expression itself. */
function conditionAt(fields: Fields, name: string): Node | null {
  const clause = structAt(fields, name);
  return clause && (nodeAt(clause, 'this') ?? nodeAt(fields, name));
}

const sortKeys = (fields: Fields, name: string): Node[] => {
  const keys = orderKeys(fields, name);
  return keys.length > 0 ? keys : nodesAt(structAt(fields, name), 'expressions');
};

/** ROLLUP, CUBE and GROUPING SETS are functions of their keys. */
function groupKeys(fields: Fields): Node[] {
  const unfold = (node: Node): Node[] => {
    const sets = as(node, 'function');
    if (sets && /^(rollup|cube|grouping sets)$/i.test(String(sets.name)))
      return nodesAt(sets, 'args').flatMap(unfold);
    const tuple = as(node, 'tuple');
    return tuple ? nodesAt(tuple, 'expressions').flatMap(unfold) : [node];
  };
  return nodesAt(structAt(fields, 'group_by'), 'expressions').flatMap(unfold);
}

/** Keys may be numbers of outputs. */
function decideByKeys(
  keys: readonly Node[],
  subtype: 'GROUP_BY' | 'SORT',
  scope: Scope,
  items: readonly Item[],
): void {
  const columns = columnsOf({ items, influence: { flows: [], problems: [] }, tables: [] });
  for (const key of keys) {
    const literal = as(key, 'literal');
    const position = literal?.literal_type === 'number' ? Number(literal.value) : 0;
    const value = position > 0 ? columns[position - 1]?.value : evaluate(key, scope);
    if (value) scope.influence.push(deciding(value, subtype));
  }
}
