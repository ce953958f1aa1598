import {
  as,
  childrenOf,
  type Fields,
  fieldsOf,
  type Ident,
  identAt,
  type Node,
  nodeAt,
  nodesAt,
  typeOf,
} from '../ast.js';
import { merge, NOTHING, problem, through, type Value } from '../flow.js';
import { tableParts } from '../names.js';
import type { Item, Shape } from '../shape.js';
import { evaluate, pathOf } from './evaluate.js';
import { findPath } from './lookup.js';
import { tableShape } from './relation.js';
import type { Scope } from './scope.js';

/** Columns that functions over arrays and texts give when nobody names them. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  unnest: ['unnest', 'offset', 'ordinality', 'element', 'col'],
  generate_series: ['generate_series', 'value'],
  generate_subscripts: ['generate_subscripts'],
  regexp_split_to_table: ['regexp_split_to_table'],
  string_to_table: ['string_to_table'],
  explode: ['col', 'key', 'value'],
  explode_outer: ['col', 'key', 'value'],
  explode_split: ['e1'],
  posexplode: ['pos', 'col', 'key', 'value'],
  posexplode_outer: ['pos', 'col', 'key', 'value'],
  string_split: ['value', 'ordinal'],
  split_to_table: ['seq', 'index', 'value'],
  flatten: ['seq', 'key', 'path', 'index', 'value', 'this'],
  openjson: ['key', 'value', 'type'],
  json_each: ['key', 'value'],
  jsonb_each: ['key', 'value'],
  json_each_text: ['key', 'value'],
  jsonb_each_text: ['key', 'value'],
  json_array_elements: ['value'],
  jsonb_array_elements: ['value'],
  json_array_elements_text: ['value'],
  jsonb_array_elements_text: ['value'],
  json_object_keys: ['json_object_keys'],
  jsonb_object_keys: ['jsonb_object_keys'],
  json_tuple: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'],
  parse_url_tuple: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'],
  stack: ['col0', 'col1', 'col2', 'col3', 'col4', 'col5'],
  numbers: ['number'],
  table: ['column_value'],
};

const bare = (name: string): Ident => ({ name, quoted: false });
/** Functions of one column. */
const SINGLE =
  /^(unnest|generate_\w+|regexp_split_to_table|string_to_table|explode_split|numbers|table|jsonb?_object_keys)$/;
const named = (names: readonly Ident[], value: Value): Item[] =>
  names.map((name) => ({ column: { name: name.name, quoted: name.quoted, value } }));

/** A function in FROM: each of its columns comes from all of its arguments (sql-ast §9). */
export function functionShape(node: Node, alias: Ident | null, names: readonly Ident[], scope: Scope): Shape {
  const over = tableArgument(node);
  if (over) return windowedTable(over, scope);
  const call = innermost(node);
  const value = through(merge([evaluate(call, scope), nodesInput(call, scope)]), 'TRANSFORMATION');
  const name = functionName(call);
  const shape = { influence: NOTHING, tables: [] };
  if (names.length > 0) return { ...shape, items: named(names, value) };
  const declared = declaredColumns(call);
  if (declared.length > 0) return { ...shape, items: named(declared, value) };
  const known = COLUMNS[name];
  if (known || typeOf(call) === 'unnest') {
    // PostgreSQL, BigQuery: the alias of a function of one column is that column too.
    const offset = as(call, 'unnest')?.offset_alias as Ident | undefined;
    const own = [...(alias ? [alias] : []), ...(offset ? [offset] : [])];
    const others = (known ?? COLUMNS.unnest!).filter((n) => own.every((o) => o.name !== n));
    const columns =
      own.length > 0 && SINGLE.test(name)
        ? own
        : [...own, ...others.slice(0, SINGLE.test(name) ? 1 : undefined).map(bare)];
    const hidden = others.filter((n) => columns.every((c) => c.name !== n));
    const byName: Item = {
      open: { of: name, unlisted: true, take: (n) => (hidden.includes(n.name.toLowerCase()) ? value : null) },
    };
    // `unnest(items) as i`, then `i.sku`: a field of each element.
    const fields: Item[] = scope.session.rules.structs
      ? [
          {
            open: {
              of: name,
              take: (n) => (hidden.includes(n.name.toLowerCase()) ? null : value),
              qualifiedOnly: true,
              unlisted: true,
            },
          },
        ]
      : [];
    return { ...shape, items: [...named(columns, value), byName, ...fields] };
  }
  if (!isFunction(call)) {
    const unknown = problem('UNKNOWN_RELATION', alias?.name ?? typeOf(call));
    return { ...shape, items: [{ open: { of: alias?.name ?? typeOf(call), take: () => unknown } }] };
  }
  return { ...shape, items: [{ open: { of: alias?.name ?? name, take: () => value } }] };
}

/** Names of the outputs as given, else as the function calls them. */
export function lateralViewShape(node: Node, names: readonly Ident[], scope: Scope): Shape {
  return functionShape(node, null, names, scope);
}

/** Columns that JSON_TABLE, XMLTABLE and OPENJSON … WITH declare, at any depth. */
function declaredColumns(node: Node): Ident[] {
  if (!/^(j_s_o_n_table|x_m_l_table|open_j_s_o_n)$/.test(typeOf(node))) return [];
  return [...childrenOf(fieldsOf(node))].flatMap(([, child]): Ident[] => columnsDeclaredIn(child));
}

function columnsDeclaredIn(node: Node): Ident[] {
  const fields = fieldsOf(node);
  const inner = [...childrenOf(fields)].flatMap(([, child]) => columnsDeclaredIn(child));
  if (!typeOf(node).endsWith('column_def')) return inner;
  const base = nodeAt(fields, 'this');
  const word = base && as(base, 'var')?.this;
  const name = (base && pathOf(base)?.at(-1)) ?? identAt(fields, 'name');
  return [...(typeof word === 'string' ? [bare(word)] : name ? [name] : []), ...inner];
}

/** T-SQL `t.doc.nodes('/a')`: the input is in the function's name. */
function nodesInput(node: Node, scope: Scope): Value {
  const path = functionName(node).split('.');
  if (scope.session.rules.parser !== 'tsql' || path.length < 2 || path.at(-1) !== 'nodes') return NOTHING;
  return findPath(scope, path.slice(0, -1).map(bare));
}

const isFunction = (node: Node): boolean =>
  !/^(stage_reference|match_recognize|raw|command|column|literal)$/.test(typeOf(node));

/** `table(f(…))` is f. */
function innermost(node: Node): Node {
  const call = as(node, 'function');
  const [inner] = nodesAt(call, 'args');
  return call && /^(table|lateral)$/i.test(String(call.name)) && inner && as(inner, 'function')
    ? inner
    : node;
}

function functionName(node: Node): string {
  const name = fieldsOf(node).name ?? typeOf(node);
  return (typeof name === 'string' && name !== '' ? name : typeOf(node)).toLowerCase();
}

/** Flink's `table(tumble(table t, …))`: the table inside. */
function tableArgument(node: Node): Fields | null {
  const call = as(node, 'function');
  for (const arg of nodesAt(call, 'args')) {
    const argument = as(arg, 'table_argument');
    const table = argument && as(argument.this, 'table');
    const found = table ?? tableArgument(arg);
    if (found) return found;
  }
  return null;
}

function windowedTable(table: Fields, scope: Scope): Shape {
  const shape = tableShape(tableParts(table), scope);
  const added = ['window_start', 'window_end', 'window_time'].map((name) => ({ name, quoted: false }));
  return { ...shape, items: [...shape.items, ...named(added, NOTHING)] };
}
