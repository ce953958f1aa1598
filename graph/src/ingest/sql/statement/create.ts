import { type Fields, type Ident, identAt, listAt, type Node, nodeAt, structAt } from '../ast.js';
import { looseKey, tableParts } from '../names.js';
import { tableShape } from '../resolve/relation.js';
import { newScope } from '../resolve/scope.js';
import { extendEnv } from '../resolve/with.js';
import { opensOf, type Shape } from '../shape.js';
import { write } from './assign.js';
import { type Context, spelled } from './context.js';

const columnNames = (fields: Fields): string[] =>
  (listAt(fields, 'columns') as Fields[]).flatMap((column) => {
    const name = identAt(column, 'name') ?? (column as unknown as Ident);
    return typeof name.name === 'string' && name.name !== '' ? [name.name] : [];
  });

/** A table or view from a query; later statements of the script know its columns. */
function readFilled(parts: string[], names: readonly string[] | null, shape: Shape, context: Context): void {
  const { catalogue } = context.session;
  const known = catalogue.find(parts);
  const wanted = names && names.length > 0 ? names : null;
  const assigned = write(context.findings, known.name, respelled(shape, known.columns), wanted);
  if (wanted || opensOf(shape).length === 0) {
    catalogue.define(parts, wanted ?? assigned.map(({ name }) => name));
  }
}

/** Where the schema knows the columns of what is made, its spelling counts. */
function respelled(shape: Shape, known: readonly string[] | null): Shape {
  if (!known) return shape;
  const items = shape.items.map((item) => {
    if (!('column' in item)) return item;
    const [name = ''] = spelled([item.column.name], known);
    return { column: { ...item.column, name } };
  });
  return { ...shape, items };
}

export function readCreateTable(create: Fields, context: Context): void {
  const { session } = context;
  const name = structAt(create, 'name');
  const parts = name ? tableParts(name) : [];
  const names = columnNames(create);
  const query = nodeAt(create, 'as_select');
  if (query) {
    const env = extendEnv(structAt(create, 'with_cte'), null, null, session);
    readFilled(parts, names, session.query(query, null, env), context);
    return;
  }
  const copied = structAt(create, 'clone_source');
  if (copied) {
    const source = tableParts(copied);
    readFilled(parts, null, tableShape(source, newScope(session, null, null)), context);
    return;
  }
  const like = (listAt(create, 'constraints') as Fields[])
    .map((c) => structAt(c, 'Like'))
    .find((c) => c !== null);
  const source = like && structAt(like, 'source');
  const columns = source ? session.catalogue.find(tableParts(source)).columns : names;
  if (columns && columns.length > 0) session.catalogue.define(parts, columns);
}

/** CREATE VIEW; the rows of a ClickHouse materialised view with TO land in that table, by name. */
export function readCreateView(view: Fields, context: Context): void {
  const { session } = context;
  const query = nodeAt(view, 'query');
  const name = structAt(view, 'name');
  if (!query || !name) return;
  const to = structAt(view, 'to_table');
  const env = extendEnv(structAt(view, 'with'), null, null, session);
  readFilled(tableParts(to ?? name), to ? null : columnNames(view), session.query(query, null, env), context);
}

/** ALTER VIEW … AS. */
export function readAlterView(view: Fields, context: Context): void {
  const name = structAt(view, 'name');
  for (const action of listAt(view, 'actions') as Fields[]) {
    const query = action.AsSelect as Node | undefined;
    if (query && name)
      readFilled(tableParts(name), columnNames(view), context.session.query(query, null, null), context);
  }
}

/** A query that fills what is only a name: SELECT INTO, Spark CACHE TABLE. */
export function readInto(parts: string[], query: Node, context: Context): void {
  readFilled(parts, null, context.session.query(query, null, null), context);
}

export const isVariable = (parts: readonly string[]): boolean =>
  /^[@:]/.test(parts[0] ?? '') || looseKey(parts[0] ?? '') === '';
