import {
  as,
  type Fields,
  fieldsOf,
  type Ident,
  identAt,
  identsAt,
  type Node,
  nodeAt,
  nodesAt,
  structAt,
  typeOf,
} from '../ast.js';
import type { DialectRules } from '../dialects.js';
import { writeText } from '../text/parser.js';
import { pathOf } from './evaluate.js';

export interface Projection {
  node: Node;
  /** Names given by AS; several for a function that makes several columns; none when there is no AS. */
  aliases: Ident[];
  /** The variable that takes the value instead of an output (T-SQL `@v = a`, MySQL `@v := a`). */
  variable?: string;
}

/** The outputs of a SELECT, with T-SQL's `name = expression` and BigQuery's whole-row forms read as they are meant. */
export function projectionsOf(fields: Fields, rules: DialectRules): Projection[] {
  return nodesAt(fields, 'expressions').flatMap((node) => readProjection(node, rules));
}

function readProjection(node: Node, rules: DialectRules): Projection[] {
  const alias = as(node, 'alias');
  if (alias) {
    const inner = nodeAt(alias, 'this');
    const several = identsAt(alias, 'column_aliases');
    const name = identAt(alias, 'alias');
    if (inner) return [{ node: inner, aliases: several.length > 0 ? several : name ? [name] : [] }];
  }
  const assigned = rules.parser === 'tsql' ? as(node, 'eq') : as(node, 'property_e_q');
  const left = assigned && nodeAt(assigned, 'left');
  const right = assigned && nodeAt(assigned, 'right');
  if (left && right) {
    const name = aliasOf(left);
    if (name?.name.startsWith('@')) return [{ node: right, aliases: [], variable: name.name }];
    if (name && rules.parser === 'tsql') return [{ node: right, aliases: [name] }];
  }
  const transform = as(node, 'query_transform');
  if (transform) return [{ node, aliases: transformColumns(transform) }];
  return [{ node, aliases: [] }];
}

function aliasOf(node: Node): Ident | null {
  const path = pathOf(node);
  if (path) return path.length === 1 ? path[0]! : null;
  const literal = as(node, 'literal');
  return literal?.literal_type === 'string' ? { name: String(literal.value), quoted: true } : null;
}

/** Spark and Hive: `transform(…) using 'x' as (c, d)`. */
function transformColumns(transform: Fields): Ident[] {
  const schema = structAt(transform, 'schema');
  const inner = schema && (as(schema, 'schema') ?? schema);
  return nodesAt(inner, 'expressions').flatMap((column) => {
    const name = pathOf(column)?.at(-1) ?? identAt(fieldsOf(column), 'name');
    return name ?? [];
  });
}

/** The name that an output without an alias gets: by the database's rule, else its own text. */
export function outputName(node: Node, index: number, rules: DialectRules): Ident | null {
  const path = pathOf(node);
  if (path) return path.at(-1) ?? null;
  const type = typeOf(node);
  const fields = fieldsOf(node);
  if (type === 'paren') {
    const inner = nodeAt(fields, 'this');
    return inner && outputName(inner, index, rules);
  }
  if (type === 'dot') return identAt(fields, 'field');
  if (rules.unnamed === 'postgres') return { name: postgresName(node), quoted: false };
  if (rules.parser === 'hive') return { name: `_c${index}`, quoted: false };
  const text = writeText(node, rules.parser);
  return text === null ? null : { name: text, quoted: true };
}

/** PostgreSQL: the function's name, through casts the inner name, else `?column?`. */
function postgresName(node: Node): string {
  const type = typeOf(node);
  const fields = fieldsOf(node);
  const inner = nodeAt(fields, 'this');
  if (type === 'cast') {
    const name = inner && (pathOf(inner)?.at(-1)?.name ?? postgresName(inner));
    return name && name !== '?column?' ? name : '?column?';
  }
  if ((type === 'window_function' || type === 'within_group') && inner) return postgresName(inner);
  if (type === 'case' || type === 'coalesce') return type;
  if (type === 'subquery') {
    const select = inner && as(inner, 'select');
    const [first] = nodesAt(select ?? null, 'expressions');
    return (
      (first && (identAt(as(first, 'alias'), 'alias')?.name ?? pathOf(first)?.at(-1)?.name)) ?? '?column?'
    );
  }
  const name = fields.original_name ?? fields.name;
  if (typeof name === 'string' && name !== '') return name.toLowerCase();
  return /^(sum|count|min|max|avg|row_number|rank|dense_rank|string_agg|array_agg|exists|substring)$/.test(
    type,
  )
    ? type
    : '?column?';
}
