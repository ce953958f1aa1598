import { type Fields, identAt, identsAt, isNode, listAt, type Node, nodeAt, structAt } from '../ast.js';
import { NOTHING } from '../flow.js';
import { renamed, type Shape } from '../shape.js';
import { evaluate } from './evaluate.js';
import { isSetOperation, leftmost } from './query.js';
import { newScope, type Scope } from './scope.js';
import { type Env, lazily, type Session } from './session.js';

const WRITES = /^(insert|update|delete|merge)$/;

/** The names that a WITH adds; each expression sees the earlier ones, and is resolved once, when it is used. */
export function extendEnv(
  clause: Fields | null,
  parent: Scope | null,
  outer: Env | null,
  session: Session,
): Env | null {
  let env = outer;
  // PostgreSQL hangs MERGE's one level deeper.
  const found = clause && 'with' in clause ? structAt(clause, 'with') : clause;
  for (const raw of listAt(found, 'ctes') as Fields[]) {
    const name = identAt(raw, 'alias');
    const body = nodeAt(raw, 'this');
    if (name && body) env = oneMore(raw, name, body, found?.recursive === true, parent, env, session);
  }
  return env;
}

function oneMore(
  raw: Fields,
  name: NonNullable<ReturnType<typeof identAt>>,
  body: Node,
  recursive: boolean,
  parent: Scope | null,
  outer: Env | null,
  session: Session,
): Env {
  if (raw.alias_first === false) {
    // ClickHouse `WITH expression AS name`; a query there is one value.
    const scalar = lazily(() => evaluate(body, newScope(session, parent, outer)));
    return { name, shape: null, scalar, outer };
  }
  const names = identsAt(raw, 'columns');
  if (isNode(body) && WRITES.test(Object.keys(body)[0] ?? '')) {
    // A write happens whether or not anything reads its name.
    const shape = renamed(session.query(body, parent, outer), names);
    return { name, shape: () => shape, scalar: null, outer };
  }
  const repeats = isSetOperation(body) && (recursive || session.rules.recursesUnasked);
  const shape = lazily(() =>
    repeats
      ? resolveRecursive(name, names, body, parent, outer, session)
      : renamed(session.query(body, parent, outer), names),
  );
  return { name, shape, scalar: null, outer };
}

/**
 * A recursive expression: the anchor gives names and first sources; then the whole is resolved twice with itself
 * put in, so that a column which moves to another place in the recursion is followed there too.
 */
function resolveRecursive(
  name: Env['name'],
  names: ReturnType<typeof identsAt>,
  body: Node,
  parent: Scope | null,
  outer: Env | null,
  session: Session,
): Shape {
  let shape = renamed(session.query(leftmost(body), parent, outer), names);
  const rounds = Math.max(2, Math.min(shape.items.length, 20));
  for (let round = 0; round < rounds; round++) {
    const known = shape;
    // What decides over rows is gathered by the whole itself.
    const self = { ...known, influence: NOTHING, tables: [] };
    const env: Env = { name, shape: () => self, scalar: null, outer };
    const next = renamed(session.query(body, parent, env), names);
    const grew = sizeOf(next) !== sizeOf(known);
    shape = next;
    if (!grew && round > 0) break;
  }
  return shape;
}

const sizeOf = (shape: Shape): number =>
  shape.items.reduce((sum, item) => sum + ('column' in item ? item.column.value.flows.length : 0), 0);
