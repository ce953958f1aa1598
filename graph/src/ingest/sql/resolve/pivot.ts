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
  typeOf,
} from '../ast.js';
import { deciding, merge, NOTHING, through, type Value } from '../flow.js';
import { looseKey } from '../names.js';
import type { Item, Shape } from '../shape.js';
import { evaluate, pathOf } from './evaluate.js';
import { newScope, type Relation, type Scope } from './scope.js';

/** Only the input is in sight inside PIVOT and UNPIVOT. */
function insideOf(input: Relation, scope: Scope): Scope {
  const inside = newScope(scope.session, null, scope.env);
  inside.relations.push(input);
  return inside;
}

/** Names of all columns that an expression uses. */
function namesIn(node: Node): string[] {
  const found: string[] = [];
  JSON.stringify(node, (key, value) => {
    if (key === 'column' && value && typeof value === 'object') found.push(looseKey(value.name?.name ?? ''));
    return value;
  });
  return found;
}

function kept(items: readonly Item[], used: readonly string[]): Item[] {
  return items.flatMap((item): Item[] => {
    if ('column' in item) return used.includes(looseKey(item.column.name)) ? [] : [item];
    const { open } = item;
    return [
      {
        open: { of: open.of, take: (name) => (used.includes(looseKey(name.name)) ? null : open.take(name)) },
      },
    ];
  });
}

/** PIVOT: what no aggregate and no FOR uses stays; each value becomes a column of each aggregate's argument. */
export function pivoted(pivot: Fields, input: Relation, scope: Scope): Shape {
  const inside = insideOf(input, scope);
  const aggregates = nodesAt(pivot, 'expressions').map((node) => readAggregate(node, inside));
  const fields = nodesAt(pivot, 'fields').flatMap((field): Fields[] => {
    const found = as(field, 'in');
    return found ? [found] : [];
  });
  const used = [...nodesAt(pivot, 'expressions'), ...fields.map((f) => nodeAt(f, 'this'))]
    .filter((node) => node !== null)
    .flatMap(namesIn);
  for (const field of fields) {
    scope.influence.push(deciding(evaluate(nodeAt(field, 'this'), inside), 'FILTER'));
  }
  const values = fields.flatMap((field) => nodesAt(field, 'expressions').map(valueName));
  const { parser } = scope.session.rules;
  const items = values.flatMap(({ name, quoted, literal }) =>
    aggregates.map((aggregate): Item => {
      const text = literal && parser === 'snowflake' ? `'${name}'` : name;
      const several =
        aggregates.length > 1 || (aggregate.alias !== null && parser !== 'spark' && parser !== 'databricks');
      const suffix = aggregate.alias ?? aggregate.name;
      const both = parser === 'bigquery' ? `${suffix}_${text}` : `${text}_${suffix}`;
      return { column: { name: several ? both : text, quoted, value: aggregate.value } };
    }),
  );
  return { items: [...kept(input.shape.items, used), ...items], influence: NOTHING, tables: [] };
}

function readAggregate(node: Node, inside: Scope): { alias: string | null; name: string; value: Value } {
  const alias = as(node, 'alias');
  const inner = alias ? nodeAt(alias, 'this') : node;
  const fields = inner ? fieldsOf(inner) : {};
  return {
    alias: identAt(alias, 'alias')?.name ?? null,
    name: typeof fields.name === 'string' ? fields.name : inner ? typeOf(inner) : '',
    value: evaluate(inner, inside),
  };
}

function valueName(node: Node): { name: string; quoted: boolean; literal: boolean } {
  const alias = as(node, 'pivot_alias') ?? as(node, 'alias');
  if (alias) {
    const path = nodeAt(alias, 'alias');
    const name = identAt(alias, 'alias') ?? (path ? pathOf(path)?.at(-1) : null);
    if (name) return { name: name.name, quoted: name.quoted, literal: false };
  }
  const literal = as(node, 'literal');
  if (literal)
    return { name: String(literal.value), quoted: true, literal: literal.literal_type === 'string' };
  const path = pathOf(node)?.at(-1);
  return { name: path?.name ?? '', quoted: path?.quoted ?? false, literal: false };
}

/** UNPIVOT: the value column comes from all listed columns; which of them it was decides the name column. */
export function unpivoted(unpivot: Fields, input: Relation, scope: Scope): Shape {
  const inside = insideOf(input, scope);
  const listed = nodesAt(unpivot, 'columns').flatMap((node): Node[] => {
    const alias = as(node, 'pivot_alias') ?? as(node, 'alias');
    const inner = alias ? nodeAt(alias, 'this') : node;
    const tuple = inner && as(inner, 'tuple');
    return tuple ? nodesAt(tuple, 'expressions') : inner ? [inner] : [];
  });
  const value = through(merge(listed.map((node) => evaluate(node, inside))), 'TRANSFORMATION');
  const valueNames = [identAt(unpivot, 'value_column'), ...identsAt(unpivot, 'extra_value_columns')];
  const added: Item[] = valueNames
    .filter((name): name is Ident => name !== null)
    .map((name) => ({ column: { name: name.name, quoted: name.quoted, value } }));
  const name = identAt(unpivot, 'name_column');
  if (name)
    added.unshift({
      column: { name: name.name, quoted: name.quoted, value: deciding(value, 'CONDITIONAL') },
    });
  return {
    items: [...kept(input.shape.items, listed.flatMap(namesIn)), ...added],
    influence: NOTHING,
    tables: [],
  };
}
