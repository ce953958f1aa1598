import { as, type Fields, listAt, type Node, nodeAt, nodesAt, structAt } from '../ast.js';
import { deciding, merge } from '../flow.js';
import { evaluate, pathOf } from '../resolve/evaluate.js';
import { addRelation } from '../resolve/relation.js';
import { newScope, type Relation, type Scope } from '../resolve/scope.js';
import type { Env } from '../resolve/session.js';
import { expandStar } from '../resolve/star.js';
import { extendEnv } from '../resolve/with.js';
import type { Shape } from '../shape.js';
import { write } from './assign.js';
import { assignmentsOf } from './assignment.js';
import { type Context, spelled } from './context.js';

/** MERGE: every WHEN's assignments; all rows from ON and the WHENs' conditions. */
export function readMerge(statement: Fields, context: Context, outer: Env | null = null): void {
  const { session, findings } = context;
  const scope = newScope(session, null, extendEnv(structAt(statement, 'with_'), null, outer, session));
  for (const side of ['this', 'using']) {
    const node = nodeAt(statement, side);
    if (node) addRelation(node, scope, false);
  }
  const [target, source] = scope.relations;
  if (!target || target.parts.length === 0) {
    findings.mark({ reason: 'NOT_UNDERSTOOD', detail: 'the target of this MERGE is no table' });
    return;
  }
  const known = session.catalogue.find(target.parts);
  scope.influence.push(deciding(evaluate(nodeAt(statement, 'on'), scope), 'JOIN'));
  const clause = structAt(statement, 'whens');
  const whens = clause && (as(clause, 'whens') ?? clause);
  for (const raw of listAt(whens, 'expressions') as Node[]) {
    const when = as(raw, 'when');
    if (!when) continue;
    const condition = nodeAt(when, 'condition');
    if (condition) scope.influence.push(deciding(evaluate(condition, scope), 'FILTER'));
    readAction(when, { name: known.name, columns: known.columns, target, source }, scope, context);
  }
  findings.rows(known.name, merge(scope.influence), scope.tables);
}

interface Merged {
  name: string;
  columns: readonly string[] | null;
  target: Relation;
  source: Relation | undefined;
}

function readAction(when: Fields, merged: Merged, scope: Scope, context: Context): void {
  const then = nodeAt(when, 'then');
  const [verb, first, second] = nodesAt(then && as(then, 'tuple'), 'expressions');
  const action = String(
    (verb && as(verb, 'var')?.this) ?? (then && as(then, 'var')?.this) ?? '',
  ).toUpperCase();
  if (action !== 'UPDATE' && action !== 'INSERT') return;
  const { findings } = context;
  const list = first && as(first, 'tuple');
  if (!list) {
    // SET *, INSERT *, INSERT ROW: all columns of the source by name.
    if (merged.source) write(findings, merged.name, { ...merged.source.shape, tables: [] }, null);
    return;
  }
  if (action === 'UPDATE') {
    for (const { path, node } of assignmentsOf(nodesAt(list, 'expressions'))) {
      findings.column(merged.name, spelled([path.at(-1)!.name], merged.columns)[0]!, evaluate(node, scope));
    }
    return;
  }
  const values = second && as(second, 'tuple');
  const columns = values ? nodesAt(list, 'expressions').flatMap((c) => pathOf(c)?.at(-1)?.name ?? []) : null;
  // There is no row of the target yet: a bare name is the source's.
  const sourceOnly = { ...scope, relations: scope.relations.filter((r) => r !== merged.target) };
  const shape = valuesShape(nodesAt(values ?? list, 'expressions'), sourceOnly);
  write(findings, merged.name, shape, columns ? spelled(columns, merged.columns) : merged.columns);
}

/** The values of an INSERT in their order, with what `s.*` stands for. */
export function valuesShape(nodes: readonly Node[], scope: Scope): Shape {
  const items = nodes.flatMap(
    (node) =>
      expandStar(node, scope) ?? [
        { column: { name: pathOf(node)?.at(-1)?.name ?? '', quoted: true, value: evaluate(node, scope) } },
      ],
  );
  return { items, influence: { flows: [], problems: [] }, tables: [] };
}
