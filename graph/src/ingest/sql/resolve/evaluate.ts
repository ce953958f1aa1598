import {
  as,
  childrenOf,
  type Fields,
  fieldsOf,
  type Ident,
  identAt,
  identsAt,
  type Node,
  nodeAt,
  nodesAt,
  typeOf,
} from '../ast.js';
import { deciding, merge, NOTHING, problem, through, type Value } from '../flow.js';
import { looseKey } from '../names.js';
import { columnsOf, everything, opensOf, type Shape } from '../shape.js';
import { evaluateCall } from './call.js';
import { findPath, relationsCalled } from './lookup.js';
import { absorb, type Scope } from './scope.js';
import { evaluateWindow, evaluateWithinGroup } from './window.js';

type Handler = (fields: Fields, scope: Scope, node: Node) => Value;

const QUERIES = new Set(['select', 'union', 'except', 'intersect', 'subquery', 'values']);
export const isQuery = (node: Node): boolean => QUERIES.has(typeOf(node));

/** The value of an expression: where it comes from and what decides it (sql-ast §6, §10). */
export function evaluate(node: Node | null, scope: Scope): Value {
  if (node === null) return NOTHING;
  const type = typeOf(node);
  if (isQuery(node)) return evaluateSubquery(node, scope);
  const handler = HANDLERS[type];
  return handler ? handler(fieldsOf(node), scope, node) : evaluateCall(node, scope);
}

/** What `subtype` makes of the values of all these expressions. */
export const decidedBy = (
  nodes: readonly Node[],
  scope: Scope,
  subtype: 'CONDITIONAL' | 'WINDOW' | 'SORT',
): Value => merge(nodes.map((node) => deciding(evaluate(node, scope), subtype)));

/** A scalar subquery is its only column; what decides over its rows decides over the rows outside. */
function evaluateSubquery(node: Node, scope: Scope): Value {
  const shape = scope.session.query(node, scope, scope.env);
  absorb(scope, shape);
  return onlyColumn(shape);
}

function onlyColumn(shape: Shape): Value {
  const [first] = columnsOf(shape);
  return first && opensOf(shape).length === 0 && shape.items.length === 1 ? first.value : everything(shape);
}

const resultOf = (value: Value): Value => through(value, 'TRANSFORMATION');
const thisOf: Handler = (fields, scope) => evaluate(nodeAt(fields, 'this'), scope);
const none: Handler = () => NOTHING;

/** The parts of `a.b.c` when the node is a plain path; null when there is an expression in it. */
export function pathOf(node: Node): Ident[] | null {
  const column = as(node, 'column');
  if (column) {
    const name = identAt(column, 'name');
    const table = identAt(column, 'table');
    // `t.a.*` and Snowflake leave dots inside one name.
    return name ? [...(table ? [table] : []), name] : null;
  }
  const identifier = node.identifier as Ident | undefined;
  if (identifier && typeof identifier.name === 'string') return [identifier];
  const dot = as(node, 'dot');
  const field = identAt(dot, 'field');
  const base = dot && nodeAt(dot, 'this');
  const before = base && pathOf(base);
  return field && before ? [...before, field] : null;
}

const evaluatePath: Handler = (fields, scope, node) => {
  const path = pathOf(node);
  if (path) return findPath(scope, path);
  // `(r).f`: a field of a composite value.
  const base = nodeAt(fields, 'this');
  const inner = base && as(base, 'paren');
  const of = inner && nodeAt(inner, 'this');
  const innerPath = of && pathOf(of);
  const field = identAt(fields, 'field');
  if (innerPath && field && innerPath.length === 1 && relationsCalled(scope, innerPath).length > 0) {
    return findPath(scope, [...innerPath, field]);
  }
  return resultOf(evaluate(base, scope));
};

const evaluateCase: Handler = (fields, scope) => {
  const whens = Array.isArray(fields.whens) ? (fields.whens as [Node, Node][]) : [];
  const operand = nodeAt(fields, 'operand');
  const conditions = [...(operand ? [operand] : []), ...whens.map(([when]) => when)];
  const otherwise = nodeAt(fields, 'else_');
  const results = [...whens.map(([, then]) => then), ...(otherwise ? [otherwise] : [])];
  return merge([
    resultOf(merge(results.map((r) => evaluate(r, scope)))),
    decidedBy(conditions, scope, 'CONDITIONAL'),
  ]);
};

const evaluateIf: Handler = (fields, scope) => {
  const condition = nodeAt(fields, 'condition') ?? nodeAt(fields, 'this');
  return merge([
    resultOf(merge(['true_value', 'false_value'].map((branch) => evaluate(nodeAt(fields, branch), scope)))),
    decidedBy(condition ? [condition] : [], scope, 'CONDITIONAL'),
  ]);
};

/** Rows that exist elsewhere decide; what that query selects does not matter. */
const evaluateExists: Handler = (fields, scope) => {
  const query = nodeAt(fields, 'this');
  if (query) absorb(scope, scope.session.query(query, scope, scope.env));
  return NOTHING;
};

const evaluateIn: Handler = (fields, scope) => {
  const query = nodeAt(fields, 'query');
  const among = [...nodesAt(fields, 'expressions')].concat(nodeAt(fields, 'unnest') ?? []);
  const tested = merge([
    evaluate(nodeAt(fields, 'this'), scope),
    ...among.map((n) => (isQuery(n) ? deciding(evaluate(n, scope), 'CONDITIONAL') : evaluate(n, scope))),
  ]);
  const listed = query ? deciding(evaluate(query, scope), 'CONDITIONAL') : NOTHING;
  return merge([resultOf(tested), listed]);
};

/** `x = ANY (select …)`: as IN. */
const evaluateAny: Handler = (fields, scope) => {
  const among = nodeAt(fields, 'subquery');
  const value = evaluate(among, scope);
  return merge([
    resultOf(evaluate(nodeAt(fields, 'this'), scope)),
    among && isQuery(among) ? deciding(value, 'CONDITIONAL') : resultOf(value),
  ]);
};

/** Parameters are bound inside the body: the array that they run over is another argument. */
const evaluateLambda: Handler = (fields, scope) => {
  const names = identsAt(fields, 'parameters').map((p) => looseKey(p.name));
  const before = scope.bound;
  scope.bound = [...before, ...names];
  const value = evaluate(nodeAt(fields, 'body'), scope);
  scope.bound = before;
  return resultOf(value);
};

const evaluateConnectByRoot: Handler = (fields, scope, node) => {
  const inner = nodeAt(fields, 'this');
  const word = inner && as(inner, 'var');
  if (word && typeof word.this === 'string') {
    return resultOf(
      findPath(
        scope,
        word.this.split('.').map((name) => ({ name, quoted: false })),
      ),
    );
  }
  return resultOf(merge([...childrenOf(fieldsOf(node))].map(([, child]) => evaluate(child, scope))));
};

/** `count(t.*)` counts rows; `*` alone as an argument is no value. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  column: evaluatePath,
  identifier: evaluatePath,
  dot: evaluatePath,
  alias: thisOf,
  paren: thisOf,
  case: evaluateCase,
  if_func: evaluateIf,
  nvl2: evaluateIf,
  exists: evaluateExists,
  in: evaluateIn,
  any: evaluateAny,
  all: evaluateAny,
  lambda: evaluateLambda,
  connect_by_root: evaluateConnectByRoot,
  window_function: (fields, scope) => evaluateWindow(fields, scope, evaluate),
  within_group: (fields, scope) => evaluateWithinGroup(fields, scope, evaluate),
  star: none,
  literal: none,
  boolean: none,
  null: none,
  parameter: (_, { session }) =>
    session.rules.parser === 'snowflake' ? problem('NOT_UNDERSTOOD', 'a column by its number') : NOTHING,
  placeholder: none,
  pseudocolumn: none,
  data_type: none,
  column_def: none,
  j_s_o_n_column_def: none,
  open_j_s_o_n_column_def: none,
  var: none,
  raw: (fields) => problem('NOT_UNDERSTOOD', String(fields.sql ?? 'raw text')),
  command: (fields) => problem('NOT_UNDERSTOOD', String(fields.this ?? 'a command')),
};
