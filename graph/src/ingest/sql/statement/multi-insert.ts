import { as, type Fields, identsAt, listAt, type Node, nodeAt, structAt } from '../ast.js';
import { deciding, merge } from '../flow.js';
import { tableParts } from '../names.js';
import { evaluate } from '../resolve/evaluate.js';
import { newScope, type Scope } from '../resolve/scope.js';
import type { Shape } from '../shape.js';
import { write } from './assign.js';
import { type Context, spelled } from './context.js';
import { valuesShape } from './merge.js';

/** Oracle and Snowflake INSERT ALL: one query, several targets. */
export function readMultiInsert(statement: Fields, context: Context): void {
  const { session, findings } = context;
  const query = nodeAt(statement, 'source');
  if (!query) return;
  const shape = session.query(query, null, null);
  for (const raw of listAt(statement, 'expressions') as Node[]) {
    const conditional = as(raw, 'conditional_insert');
    const inner = conditional && nodeAt(conditional, 'this');
    const insert = inner && as(inner, 'insert');
    const table = insert && structAt(insert, 'table');
    if (!insert || !table) continue;
    const scope = newScope(session, null, null);
    scope.relations.push({ alias: null, parts: [], shape, hidden: false });
    const when = nodeAt(conditional, 'expression');
    if (when) scope.influence.push(deciding(evaluate(when, scope), 'FILTER'));
    writeBranch(insert, table, shape, scope, findings);
  }
}

function writeBranch(
  insert: Fields,
  table: Fields,
  shape: Shape,
  scope: Scope,
  findings: Context['findings'],
): void {
  const known = scope.session.catalogue.find(tableParts(table));
  const [row] = listAt(insert, 'values') as Node[][];
  const listed = identsAt(insert, 'columns').map((column) => column.name);
  const given = row ? valuesShape(row, scope) : shape;
  const names = listed.length > 0 ? listed : known.columns;
  const influence = merge([shape.influence, ...scope.influence]);
  const tables = [...shape.tables, ...scope.tables];
  write(findings, known.name, { ...given, influence, tables }, names && spelled(names, known.columns));
}
