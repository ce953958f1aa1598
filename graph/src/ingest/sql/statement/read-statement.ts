import {
  as,
  type Fields,
  fieldsOf,
  identAt,
  isNode,
  listAt,
  type Node,
  nodeAt,
  structAt,
  typeOf,
} from '../ast.js';
import { merge, NOTHING, unplaced } from '../flow.js';
import { looseKey, tableParts } from '../names.js';
import { evaluate, pathOf } from '../resolve/evaluate.js';
import { newScope } from '../resolve/scope.js';
import { columnsOf } from '../shape.js';
import { write } from './assign.js';
import type { Context } from './context.js';
import { isVariable, readAlterView, readCreateTable, readCreateView, readInto } from './create.js';
import { readCopy, readInsert } from './insert.js';
import { readMerge } from './merge.js';
import { readMultiInsert } from './multi-insert.js';
import { readDelete, readUpdate } from './update.js';

type Reader = (fields: Fields, context: Context, node: Node) => void;

const readQuery: Reader = (fields, context, node) => {
  const into = structAt(fields, 'into');
  const table = into && as(nodeAt(into, 'this'), 'table');
  const parts = table ? tableParts(table) : [];
  if (into && assignsVariable(into, parts, context)) {
    const [first] = columnsOf(context.session.query(node, null, null));
    const name = looseKey(parts.at(-1) ?? variableName(into));
    const { variables } = context.session;
    variables.set(name, unplaced(merge([variables.get(name) ?? NOTHING, first?.value ?? NOTHING])));
    return;
  }
  if (table) {
    readInto(parts, node, context);
    return;
  }
  write(context.findings, null, context.session.query(node, null, null), null);
};

const variableName = (into: Fields): string =>
  identAt(as(nodeAt(into, 'this'), 'column'), 'name')?.name ?? '';

/** SELECT INTO fills a variable in Oracle and MySQL, and wherever the name is declared as one. */
function assignsVariable(_into: Fields, parts: readonly string[], { session }: Context): boolean {
  if (parts.length === 0 || isVariable(parts)) return true;
  if (/^(oracle|mysql|tidb)$/.test(session.rules.parser)) return true;
  return parts.length === 1 && session.variables.has(looseKey(parts[0]!));
}

/** A procedure or function: its statements, or the text of its body. */
const readRoutine: Reader = (fields, context) => {
  const body = structAt(fields, 'body');
  if (!body) return;
  const statements = listAt(body, 'Statements').filter(isNode);
  for (const statement of statements) readStatement(statement, context);
  const quoted = structAt(body, 'DollarQuoted');
  const literal = as(nodeAt(body, 'Expression'), 'literal');
  const text = quoted?.content ?? body.RawBlock ?? literal?.value ?? body.StringLiteral;
  if (typeof text === 'string') context.readText(text);
};

/** SET and DECLARE keep in mind what a variable holds. */
const readSet: Reader = (fields, { session }) => {
  for (const raw of [...listAt(fields, 'items'), ...listAt(fields, 'expressions')] as Fields[]) {
    const item = as(raw, 'declare_item') ?? raw;
    const name = nodeAt(item, 'name') ?? nodeAt(item, 'this');
    const value = nodeAt(item, 'value') ?? nodeAt(item, 'default');
    const path = name && pathOf(name);
    if (!path || !value) continue;
    const held = evaluate(value, newScope(session, null, null));
    session.variables.set(looseKey(path.at(-1)!.name), unplaced(held));
  }
};

/** Statements that carry a query to go on with. */
const readCarried: Reader = (fields, context) => {
  for (const name of ['query', 'this', 'target', 'expression']) {
    const inner = nodeAt(fields, name);
    if (inner && isStatement(inner)) readStatement(inner, context);
  }
};

const READERS: Readonly<Record<string, Reader>> = {
  select: readQuery,
  union: readQuery,
  except: readQuery,
  intersect: readQuery,
  subquery: readQuery,
  values: readQuery,
  insert: (fields, context) => readInsert(fields, context),
  update: (fields, context) => readUpdate(fields, context),
  delete: (fields, context) => readDelete(fields, context),
  merge: (fields, context) => readMerge(fields, context),
  multitable_inserts: readMultiInsert,
  create_table: readCreateTable,
  create_view: readCreateView,
  alter_view: readAlterView,
  create_procedure: readRoutine,
  create_function: readRoutine,
  create_trigger: readRoutine,
  cache: (fields, context) => {
    const name = fields.table as { name?: unknown } | null;
    const query = nodeAt(fields, 'query');
    if (query && typeof name?.name === 'string') readInto([name.name], query, context);
  },
  set_statement: readSet,
  declare: readSet,
  copy: readCopy,
  export: readCarried,
  describe: readCarried,
  locking_statement: readCarried,
};

/** Statements that hold no lineage: nothing to report. */
const SILENT =
  /^(use|set|drop\w*|truncate\w*|alter\w*|grant|revoke|comment|commit|rollback|transaction|begin|create_(index|schema|database|sequence|type|role|user|tag|stage|pipe|synonym|extension|domain|policy)|analyze\w*|show|kill|pragma|refresh|uncache|fetch|close|open|lock|unlock|optimize|vacuum|msck\w*|repair\w*|var|null|literal)$/;

export const isStatement = (node: Node): boolean => typeOf(node) in READERS;
export const isSilent = (node: Node): boolean => SILENT.test(typeOf(node));

/** Reads one statement that `isStatement` knows. */
export function readStatement(node: Node, context: Context): void {
  READERS[typeOf(node)]!(fieldsOf(node), context, node);
}

/** Writes inside common table expressions: only their own edges. */
export function readWrite(node: Node, context: Context, env: Parameters<typeof readInsert>[2]): void {
  const fields = fieldsOf(node);
  if ('insert' in node) readInsert(fields, context, env);
  else if ('update' in node) readUpdate(fields, context, env);
  else if ('merge' in node) readMerge(fields, context, env);
  else readDelete(fields, context, env);
}
