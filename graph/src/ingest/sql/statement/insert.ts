import {
  as,
  type Fields,
  type Ident,
  identsAt,
  listAt,
  type Node,
  nodeAt,
  nodesAt,
  structAt,
} from '../ast.js';
import { merge, NOTHING, through, type Value } from '../flow.js';
import { looseKey, tableParts } from '../names.js';
import { evaluate, pathOf } from '../resolve/evaluate.js';
import { tableShape } from '../resolve/relation.js';
import { newScope, type Scope } from '../resolve/scope.js';
import type { Env } from '../resolve/session.js';
import { extendEnv } from '../resolve/with.js';
import { columnsOf, opensOf, type Shape } from '../shape.js';
import { type Assigned, write } from './assign.js';
import { assignmentsOf } from './assignment.js';
import { type Context, namesOf, spelled } from './context.js';

/** INSERT … SELECT, VALUES, SET; OVERWRITE, REPLACE; ON CONFLICT and ON DUPLICATE KEY. */
export function readInsert(insert: Fields, context: Context, outer: Env | null = null): void {
  const { session, findings } = context;
  const table = structAt(insert, 'table');
  const parts = table ? tableParts(table) : [];
  const env = extendEnv(structAt(insert, 'with'), null, outer, session);
  const query = nodeAt(insert, 'query');
  const rows = listAt(insert, 'values') as Node[][];
  const shape = query ? session.query(query, null, env) : rowsShape(rows, context, env);
  if (parts.length === 0 || parts.every((part) => part === '')) {
    findings.mark({ reason: 'NOT_UNDERSTOOD', detail: 'the target of this INSERT is no table' });
    return;
  }
  const known = session.catalogue.find(parts);
  const byName = insert.by_name === true;
  const names = byName ? null : targetNames(insert, known.columns, shape, session.rules.parser);
  const assigned = write(findings, known.name, shape, names && spelled(names, known.columns));
  readConflict(insert, parts, known.name, assigned, context, env);
  if (!known.columns && names === null && opensOf(shape).length === 0 && rows.length === 0) {
    session.catalogue.define(
      parts,
      columnsOf(shape).map((column) => column.name),
    );
  }
}

function rowsShape(rows: readonly Node[][], { session }: Context, env: Env | null): Shape {
  const scope = newScope(session, null, env);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const items = Array.from({ length: width }, (_, i) => {
    const values = rows.map((row) => evaluate(row[i] ?? null, scope));
    return { column: { name: '', quoted: false, value: merge(values) } };
  });
  return { items, influence: merge(scope.influence), tables: scope.tables };
}

/** Column list and dynamic partitions, else the table's columns without static partitions; null: the query's. */
function targetNames(
  insert: Fields,
  known: readonly string[] | null,
  shape: Shape,
  parser: string,
): string[] | null {
  const partitions = listAt(insert, 'partition') as [Ident, unknown][];
  const dynamic = namesOf(partitions.filter(([, value]) => value === null).map(([name]) => name));
  const fixed = partitions.map(([name]) => looseKey(name.name));
  const listed = namesOf(identsAt(insert, 'columns'));
  if (listed.length > 0) {
    const later = dynamic.filter((name) => !listed.some((l) => looseKey(l) === looseKey(name)));
    return [...listed, ...later];
  }
  if (!known) return null;
  const names = [...known.filter((name) => !fixed.includes(looseKey(name))), ...dynamic];
  // PostgreSQL fills the first columns when the query gives fewer.
  const fewer = opensOf(shape).length === 0 && shape.items.length < names.length;
  return fewer && /^(postgresql|redshift)$/.test(parser) ? names.slice(0, shape.items.length) : names;
}

/** What a conflicting row is changed to: `excluded.x` and MySQL's `values(x)` are the values to be inserted. */
function readConflict(
  insert: Fields,
  parts: readonly string[],
  target: string,
  assigned: readonly Assigned[],
  { session, findings }: Context,
  env: Env | null,
): void {
  const clause = structAt(insert, 'on_conflict');
  const conflict = clause && (as(clause, 'on_conflict') ?? clause);
  if (!conflict) return;
  const action = nodeAt(conflict, 'action');
  const tuple = action && as(action, 'tuple');
  const assignments = assignmentsOf([
    ...nodesAt(conflict, 'expressions'),
    ...nodesAt(tuple ?? null, 'expressions'),
  ]);
  if (assignments.length === 0) return;
  const scope = newScope(session, null, env);
  addRelations(scope, parts, assigned);
  for (const { path, node } of assignments) {
    const name = spelled([path.at(-1)!.name], session.catalogue.find(parts).columns)[0]!;
    findings.column(target, name, evaluate(node, scope));
  }
  const where = nodeAt(conflict, 'where_');
  if (where) scope.influence.push(through(evaluate(where, scope), 'TRANSFORMATION'));
  findings.rows(target, NOTHING, []);
}

function addRelations(scope: Scope, parts: readonly string[], assigned: readonly Assigned[]): void {
  const items = assigned.map(({ name, value }: { name: string; value: Value }) => ({
    column: { name, quoted: true, value },
  }));
  const shape: Shape = { items, influence: NOTHING, tables: [] };
  scope.relations.push({ alias: null, parts, shape: tableShape(parts, scope), hidden: false });
  scope.inserted = shape;
  scope.relations.push({ alias: { name: 'excluded', quoted: false }, parts: [], shape, hidden: false });
}

/** Snowflake COPY INTO t FROM (SELECT …): rows of a query or of files. */
export function readCopy(copy: Fields, context: Context): void {
  const into = nodeAt(copy, 'this');
  const schema = into && as(into, 'schema');
  const table = (schema ? as(nodeAt(schema, 'this'), 'table') : null) ?? (into ? as(into, 'table') : null);
  const [query] = nodesAt(copy, 'files').filter((file) => as(file, 'subquery'));
  if (!table || !query) return;
  const columns = nodesAt(schema, 'expressions').flatMap((column) => pathOf(column)?.at(-1) ?? []);
  readInsert({ table, query, columns }, context);
}
