import {
  as,
  type Fields,
  fieldsOf,
  type Ident,
  identAt,
  identsAt,
  type Node,
  nameAt,
  nodeAt,
  typeOf,
} from '../ast.js';
import { NOTHING, problem, through } from '../flow.js';
import { looseKey, tableParts } from '../names.js';
import { EMPTY_SHAPE, findColumn, type Item, renamed, type Shape } from '../shape.js';
import { addJoined } from './from.js';
import { relationsCalled } from './lookup.js';
import { pivoted, unpivoted } from './pivot.js';
import { absorb, identity, newScope, type Relation, type Scope } from './scope.js';
import { findCte } from './session.js';
import { functionShape, lateralViewShape } from './table-function.js';

const QUERY = /^(subquery|select|union|except|intersect|values)$/;

/** Puts one item of FROM into the scope, with the PIVOTs that a JOIN hangs on it. */
export function addRelation(item: Node, scope: Scope, lateral: boolean, pivots: Fields | null = null): void {
  const relation = readRelation(item, scope, lateral);
  const list = (pivots?.pivots as Node[] | undefined) ?? [];
  scope.relations.push(list.reduce((input, pivot) => readPivot(pivot, input, scope), relation));
}

function readRelation(item: Node, scope: Scope, lateral: boolean): Relation {
  const type = typeOf(item);
  const fields = fieldsOf(item);
  if (type === 'table') return readTable(fields, scope);
  if (type === 'pivot' || type === 'unpivot') {
    const input = nodeAt(fields, 'this');
    return readPivot(item, input ? readRelation(input, scope, lateral) : nothing(null), scope);
  }
  const alias = nameAt(fields, 'alias');
  if (type === 'joined_table') return relationOf(alias, joinedShape(fields, scope));
  if (QUERY.test(type)) return relationOf(alias, readQuery(item, fields, scope, lateral));
  if (type === 'alias') {
    const inner = nodeAt(fields, 'this');
    if (!inner) return nothing(alias);
    if (QUERY.test(typeOf(inner)) || typeOf(inner) === 'table') {
      const { shape, parts } = readRelation(inner, scope, lateral);
      return { ...relationOf(alias, renamed(shape, identsAt(fields, 'column_aliases'))), parts };
    }
    return relationOf(alias, functionShape(inner, alias, identsAt(fields, 'column_aliases'), scope));
  }
  if (type === 'lateral') {
    const names = ((fields.column_aliases as unknown[]) ?? []).flatMap((name): Ident[] =>
      typeof name === 'string' ? [{ name, quoted: false }] : [],
    );
    const inner = nodeAt(fields, 'this');
    return inner ? relationOf(alias, functionShape(inner, alias, names, scope)) : nothing(alias);
  }
  return relationOf(alias, functionShape(item, alias, identsAt(fields, 'column_aliases'), scope));
}

const relationOf = (alias: Ident | null, shape: Shape): Relation => ({
  alias,
  parts: [],
  shape,
  hidden: false,
});
const nothing = (alias: Ident | null): Relation => relationOf(alias, EMPTY_SHAPE);

function readTable(table: Fields, scope: Scope): Relation {
  const parts = tableParts(table);
  const alias = identAt(table, 'alias');
  const names = identsAt(table, 'column_aliases');
  const name = identAt(table, 'name');
  if (parts.length === 1 && name) {
    if (looseKey(name.name) === 'dual') return nothing(alias ?? name);
    const cte = findCte(scope.env, name, scope.session);
    if (cte?.shape) {
      const shape = cte.shape();
      absorb(scope, shape);
      return relationOf(alias ?? name, renamed({ ...shape, influence: NOTHING }, names));
    }
  }
  const nested = readNestedArray(table, alias, scope);
  if (nested) return nested;
  const shape = tableShape(parts, scope);
  return { alias, parts, shape: renamed(shape, names), hidden: false };
}

/** BigQuery, Redshift: `from t, t.items as x` runs over an array of a relation at its left. */
function readNestedArray(table: Fields, alias: Ident | null, scope: Scope): Relation | null {
  const first = identAt(table, 'schema');
  const name = identAt(table, 'name');
  if (!first || !name || !/^(bigquery|redshift)$/.test(scope.session.rules.parser)) return null;
  const [owner] = relationsCalled(scope, [first]);
  if (!owner) return null;
  const found = findColumn(owner.shape, name, scope.session.rules);
  const value =
    found && found.how !== 'ambiguous'
      ? through(found.value, 'TRANSFORMATION')
      : problem('UNKNOWN_COLUMN', name.name);
  const own = alias ?? name;
  const items: Item[] = [
    { column: { name: own.name, quoted: own.quoted, value } },
    { open: { of: own.name, take: () => value, qualifiedOnly: true, unlisted: true } },
  ];
  return relationOf(own, { items, influence: NOTHING, tables: [] });
}

/** A table of the catalogue; what nobody knows of it stays open. */
export function tableShape(parts: readonly string[], scope: Scope): Shape {
  const { name, columns } = scope.session.catalogue.find(parts);
  scope.tables.push(name);
  const items: Item[] = columns
    ? columns.map((column) => ({
        column: { name: column, quoted: true, value: identity(name, column, null) },
      }))
    : [{ open: { of: name, take: (column) => identity(name, column.name, null) } }];
  return { items, influence: NOTHING, tables: [name] };
}

function readQuery(item: Node, fields: Fields, scope: Scope, lateral: boolean): Shape {
  const outside = lateral || fields.lateral === true ? scope : scope.parent;
  const shape = scope.session.query(item, outside, scope.env);
  absorb(scope, shape);
  return { ...shape, influence: NOTHING };
}

/** `(a join b …) x`: only x is visible. */
function joinedShape(joined: Fields, scope: Scope): Shape {
  const inner = newScope(scope.session, scope.parent, scope.env);
  addJoined(joined, inner);
  scope.influence.push(...inner.influence);
  scope.tables.push(...inner.tables);
  return { items: inner.relations.flatMap((r) => r.shape.items), influence: NOTHING, tables: inner.tables };
}

function readPivot(node: Node, input: Relation, scope: Scope): Relation {
  const pivot = as(node, 'pivot');
  const unpivot = as(node, 'unpivot');
  const fields = pivot ?? unpivot;
  if (!fields) return input;
  const shape = pivot ? pivoted(pivot, input, scope) : unpivoted(unpivot!, input, scope);
  const alias = nameAt(fields, 'alias') ?? input.alias;
  return relationOf(alias, renamed(shape, identsAt(fields, 'alias_columns')));
}

/** Hive and Spark LATERAL VIEW. */
export function addLateralView(view: Fields, scope: Scope): void {
  const inner = nodeAt(view, 'this');
  if (!inner) return;
  const shape = lateralViewShape(inner, identsAt(view, 'column_aliases'), scope);
  scope.relations.push(relationOf(identAt(view, 'table_alias'), shape));
}
