import { isNode, type Node, typeOf } from '../ast.js';

type Holder = Record<string, unknown> | unknown[];

const SET_OPERATIONS = new Set(['union', 'except', 'intersect']);
const isSetOperation = (value: unknown): value is Node => isNode(value) && SET_OPERATIONS.has(typeOf(value));

/**
 * The parser takes `select a from t where a > (select …) union select …` for a comparison with the whole union
 * (sql-ast §7.1). Puts the subquery back as the operand and the SELECT in its place, from the inside out. Changes
 * the tree in place and gives its root.
 */
export function repairSetOperations(root: Node): Node {
  return repaired(root) as Node;
}

function repaired(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const holder = value as Holder;
  for (const [key, child] of Object.entries(holder)) {
    if (typeof child === 'object' && child !== null)
      (holder as Record<string, unknown>)[key] = repaired(child);
  }
  return isNode(value) && typeOf(value) === 'select' ? lifted(value) : value;
}

function lifted(select: Node): Node {
  const fields = select.select as Record<string, unknown>;
  const found = CLAUSES.map((clause) => findSwallowed(fields, clause)).find((place) => place !== null);
  if (!found) return select;
  const { holder, key, operation } = found;
  const bottom = leftEnd(operation);
  holder[key] = bottom.left;
  bottom.left = select;
  const top = operation[typeOf(operation)] as Record<string, unknown>;
  top.with = fields.with ?? null;
  fields.with = null;
  bottom.left = lifted(select);
  return operation;
}

const CLAUSES = ['where_clause', 'having', 'qualify', 'joins', 'expressions', 'group_by', 'order_by'];
/** Where a set operation may stand by itself. */
const RIGHTLY = /^(exists|function|aggregate_function|any|all|array_func|lateral)$/;

interface Swallowed {
  holder: Record<string, unknown>;
  key: string;
  operation: Node;
}

function findSwallowed(holder: Holder, key: string): Swallowed | null {
  const value = (holder as Record<string, unknown>)[key];
  if (typeof value !== 'object' || value === null) return null;
  if (isSetOperation(value)) {
    const subquery = leftEnd(value).left;
    const isOperand = isNode(subquery) && typeOf(subquery) === 'subquery';
    return isOperand ? { holder: holder as Record<string, unknown>, key, operation: value } : null;
  }
  if (isNode(value)) {
    const type = typeOf(value);
    if (RIGHTLY.test(type) || type === 'subquery' || type === 'select') return null;
    const payload = value[type];
    return typeof payload === 'object' && payload !== null
      ? within(payload as Holder, type === 'in' ? ['query'] : [])
      : null;
  }
  // What a join joins is a query in its own right; its condition is not.
  return within(value as Holder, key === 'joins' || 'on' in value ? ['this'] : []);
}

function within(holder: Holder, skipped: readonly string[]): Swallowed | null {
  for (const key of Object.keys(holder)) {
    const found = skipped.includes(key) ? null : findSwallowed(holder, key);
    if (found) return found;
  }
  return null;
}

/** The innermost set operation at the left. */
function leftEnd(operation: Node): Record<string, unknown> {
  let at = operation[typeOf(operation)] as Record<string, unknown>;
  while (isSetOperation(at.left)) at = at.left[typeOf(at.left)] as Record<string, unknown>;
  return at;
}
