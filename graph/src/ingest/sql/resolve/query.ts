import {
  as,
  type Fields,
  fieldsOf,
  identsAt,
  isNode,
  listAt,
  type Node,
  nodeAt,
  nodesAt,
  structAt,
  typeOf,
} from '../ast.js';
import { deciding, merge, NOTHING, problem } from '../flow.js';
import { type Column, columnsOf, EMPTY_SHAPE, type Item, renamed, type Shape } from '../shape.js';
import { evaluate } from './evaluate.js';
import { newScope, type Scope } from './scope.js';
import { resolveSelect } from './select.js';
import type { Env, Session } from './session.js';
import { combine } from './set-operation.js';
import { orderKeys } from './window.js';
import { extendEnv } from './with.js';

const SET_OPERATIONS = new Set(['union', 'except', 'intersect']);
const WRITES = new Set(['insert', 'update', 'delete', 'merge']);

/** Resolves any query node: what columns it gives, from where, and what decides over its rows. */
export function resolveQuery(node: Node, parent: Scope | null, env: Env | null, session: Session): Shape {
  const type = typeOf(node);
  const fields = fieldsOf(node);
  if (type === 'select') return resolveSelect(fields, parent, env, session);
  if (SET_OPERATIONS.has(type)) return resolveSetOperation(type, fields, parent, env, session);
  if (type === 'subquery') return resolveParenthesised(fields, parent, env, session);
  if (type === 'paren') {
    const inner = nodeAt(fields, 'this');
    return inner ? resolveQuery(inner, parent, env, session) : EMPTY_SHAPE;
  }
  if (type === 'values') return resolveValues(fields, parent, env, session);
  if (WRITES.has(type)) return resolveReturning(node, fields, parent, env, session);
  return { ...EMPTY_SHAPE, influence: problem('NOT_UNDERSTOOD', `query of type ${type}`) };
}

function resolveSetOperation(
  type: string,
  fields: Fields,
  parent: Scope | null,
  outer: Env | null,
  session: Session,
): Shape {
  const env = extendEnv(structAt(fields, 'with'), parent, outer, session);
  const left = nodeAt(fields, 'left');
  const right = nodeAt(fields, 'right');
  if (!left || !right) return { ...EMPTY_SHAPE, influence: problem('NOT_UNDERSTOOD', type) };
  const shapes = [left, right].map((branch) => resolveQuery(branch, parent, env, session)) as [Shape, Shape];
  const byName = fields.by_name === true || fields.corresponding === true;
  return ordered(combine(type, ...shapes, byName, session.rules), fields, parent, env, session);
}

/** ORDER BY of a whole query names its outputs. */
function ordered(
  shape: Shape,
  fields: Fields,
  parent: Scope | null,
  env: Env | null,
  session: Session,
): Shape {
  const keys = orderKeys(fields, 'order_by');
  if (keys.length === 0) return shape;
  const scope = newScope(session, parent, env);
  scope.relations.push({ alias: null, parts: [], shape: { ...shape, influence: NOTHING }, hidden: false });
  const columns = columnsOf(shape);
  const sorted = keys.map((key) => {
    const position = Number(as(key, 'literal')?.value);
    const value = columns[position - 1]?.value ?? evaluate(key, scope);
    // A key that names no output sorts by something nobody sees: not worth a mark of its own.
    return { ...deciding(value, 'SORT'), problems: [] };
  });
  return { ...shape, influence: merge([shape.influence, ...sorted]) };
}

function resolveParenthesised(
  fields: Fields,
  parent: Scope | null,
  outer: Env | null,
  session: Session,
): Shape {
  const inner = nodeAt(fields, 'this');
  if (!inner) return EMPTY_SHAPE;
  const env = extendEnv(structAt(fields, 'with'), parent, outer, session);
  const shape = resolveQuery(inner, parent, env, session);
  return ordered(renamed(shape, identsAt(fields, 'column_aliases')), fields, parent, env, session);
}

/** Rows of constants, or of scalar subqueries: columns by position. */
function resolveValues(fields: Fields, parent: Scope | null, env: Env | null, session: Session): Shape {
  const scope = newScope(session, parent, env);
  const rows = (listAt(fields, 'expressions') as Fields[]).map((row) => nodesAt(row, 'expressions'));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const aliases = identsAt(fields, 'column_aliases');
  const short = /^(spark|hive|databricks|duckdb)$/.test(session.rules.parser);
  const items = Array.from({ length: width }, (_, i): Item => {
    const values = rows.map((row) => evaluate(row[i] ?? null, scope));
    const alias = aliases[i];
    const column: Column = {
      name: alias?.name ?? `${short ? 'col' : 'column'}${i + 1}`,
      quoted: alias?.quoted ?? false,
      value: merge(values),
    };
    return { column };
  });
  return { items, influence: merge(scope.influence), tables: scope.tables };
}

/** `with x as (insert … returning …)`: the write is the statement's, its RETURNING list what x gives. */
function resolveReturning(
  node: Node,
  fields: Fields,
  parent: Scope | null,
  env: Env | null,
  session: Session,
): Shape {
  session.write(node, env);
  const table = structAt(fields, 'table');
  const returning = listAt(fields, 'returning').filter(isNode);
  if (!table || returning.length === 0) return EMPTY_SHAPE;
  const from = { expressions: [{ table }] };
  return resolveSelect({ expressions: returning, from }, parent, env, session);
}

/** The leftmost branch of a chain of set operations: it names the columns, and it is a recursion's anchor. */
export function leftmost(node: Node): Node {
  let at = node;
  for (;;) {
    const fields = fieldsOf(at);
    const next = SET_OPERATIONS.has(typeOf(at))
      ? nodeAt(fields, 'left')
      : typeOf(at) === 'subquery'
        ? nodeAt(fields, 'this')
        : null;
    if (!next) return at;
    at = next;
  }
}

export const isSetOperation = (node: Node): boolean => SET_OPERATIONS.has(typeOf(node));
