import {
  as,
  childrenOf,
  type Fields,
  fieldsOf,
  identAt,
  type Node,
  nodeAt,
  nodesAt,
  typeOf,
} from '../ast.js';
import { covered, deciding, masked, merge, NOTHING, partOf, through, unmasked, type Value } from '../flow.js';
import { isCover, maskingOf, REPLACEMENT_AT, takesPart } from '../masking.js';
import { findColumn } from '../shape.js';
import { evaluate, pathOf } from './evaluate.js';
import { relationsCalled } from './lookup.js';
import { isAggregate, isWord, roleOf } from './roles.js';
import type { Scope } from './scope.js';

/** Fields of a call that decide instead of arriving, and how. */
const DECIDING: Readonly<Record<string, 'CONDITIONAL' | 'SORT' | 'WINDOW'>> = {
  filter: 'CONDITIONAL',
  order_by: 'SORT',
  having_max: 'SORT',
  partition_by: 'WINDOW',
};

interface Call {
  name: string;
  /** Whether it may be a function by name; an operator may not. */
  named: boolean;
  args: Node[];
  deciding: [Node, 'CONDITIONAL' | 'SORT' | 'WINDOW'][];
}

/** Functions, operators and everything else that makes a value of values. */
export function evaluateCall(node: Node, scope: Scope): Value {
  const call = readCall(node, scope);
  const inserted = insertedValue(call, scope);
  if (inserted) return inserted;
  const concatenated = operandsOfConcat(node, call);
  if (concatenated) return evaluateConcat(concatenated, scope);
  const given = call.args.map((arg, i) => evaluateArgument(call, arg, i, scope));
  const decided = call.deciding.map(([child, how]) => deciding(evaluate(child, scope), how));
  const step = call.named && isAggregate(call.name) ? 'AGGREGATION' : 'TRANSFORMATION';
  return merge([through(maskedBy(call, given, scope), step), ...decided]);
}

/** MySQL's `values(x)` in ON DUPLICATE KEY. */
function insertedValue(call: Call, scope: Scope): Value | null {
  const path = scope.inserted && /^values$/i.test(call.name) && call.args[0] ? pathOf(call.args[0]) : null;
  const found = path && findColumn(scope.inserted!, path.at(-1)!, scope.session.rules);
  return found && found.how !== 'ambiguous' ? found.value : null;
}

/** A call in one shape, whichever of the parser's three it has (sql-ast §6). */
function readCall(node: Node, scope: Scope): Call {
  const type = typeOf(node);
  const fields = fieldsOf(node);
  const found: Call = { name: nameOf(type, fields), named: !OPERATORS.has(type), args: [], deciding: [] };
  // `dbms_crypto.hash(x)`: the package reads like a column.
  const method = type === 'method_call';
  for (const [field, child] of childrenOf(fields)) {
    const how = DECIDING[field];
    // ClickHouse `quantile(0.5)(a)`: the name and the parameters are no values.
    if (PARAMETERIZED.test(type) && (field === 'this' || field === 'params')) continue;
    // The name of an XML element.
    if (type === 'x_m_l_element' && field === 'this') continue;
    if (how) found.deciding.push([child, how]);
    else if (!(method && field === 'this' && isPackage(child, scope))) found.args.push(child);
  }
  if (type === 'count_if') {
    found.deciding.push(...found.args.map((arg): [Node, 'CONDITIONAL'] => [arg, 'CONDITIONAL']));
    found.args = [];
  }
  return found;
}

const PARAMETERIZED = /^(combined_)?parameterized_agg$/;
/** What stands before a method: a package or schema, unless it is a relation's column (T-SQL `x.c.value(…)`). */
function isPackage(node: Node, scope: Scope): boolean {
  const path = pathOf(node);
  if (!path) return false;
  if (path.length === 1) return scope.session.rules.parser !== 'tsql';
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    if (relationsCalled(at, path.slice(0, 1)).length > 0) return false;
  }
  return true;
}

const OPERATORS = new Set(
  'add sub mul div mod int_div eq neq lt lte gt gte and or not neg concat like i_like is_null between tuple subscript cast try_cast safe_cast extract interval array_func struct any all is at_time_zone array_slice'.split(
    ' ',
  ),
);

function nameOf(type: string, fields: Fields): string {
  if (PARAMETERIZED.test(type)) {
    const inner = nodeAt(fields, 'this');
    const name = inner?.identifier as { name?: string } | undefined;
    return name?.name ?? type;
  }
  if (type === 'method_call') {
    const base = nodeAt(fields, 'this');
    const path = base ? pathOf(base) : null;
    return [...(path ?? []), identAt(fields, 'method')].map((part) => part?.name ?? '').join('.');
  }
  const name = fields.original_name ?? fields.name;
  return typeof name === 'string' && name !== '' ? name : type;
}

function evaluateArgument(call: Call, arg: Node, index: number, scope: Scope): Value {
  const path = pathOf(arg);
  if (path?.length === 1 && call.named && isWord(call.name, path[0]!.name, index)) return NOTHING;
  const value = evaluate(arg, scope);
  if (!call.named) return value;
  const role = roleOf(call.name, index, call.args.length);
  if (role === 'condition') return deciding(value, 'CONDITIONAL');
  return role === 'order' ? deciding(value, 'SORT') : value;
}

/** What the function's masking, if it does any, makes of its arguments. */
function maskedBy(call: Call, args: readonly Value[], scope: Scope): Value {
  const all = merge(args);
  if (!call.named) return all;
  const name = call.name.toLowerCase();
  const method = maskingOf(call.name, scope.session.masking);
  if (method === 'DECRYPT') return unmasked(all);
  if (method !== null) return masked(all, method);
  if (takesPart(name)) return isWhole(call) ? all : merge([partOf(args[0] ?? NOTHING), ...args.slice(1)]);
  const at = REPLACEMENT_AT[name.replaceAll('regexp_replace_all', 'regexp_replace')];
  if (at !== undefined && isCoverNode(call.args[at])) {
    return merge([masked(args[0] ?? NOTHING, 'COVER'), ...args.slice(1)]);
  }
  if (/^[lr]pad$/.test(name) && isCoverNode(call.args[2])) return merge(args.map(covered));
  return all;
}

/** `substr(x, 1)` is all of x. */
function isWhole(call: Call): boolean {
  const start = call.args.length === 2 && /^(sub|mid)/i.test(call.name) ? as(call.args[1], 'literal') : null;
  return start?.value === '1' || start?.value === '0';
}

/** A literal that covers, or one that is repeated. */
function isCoverNode(node: Node | undefined): boolean {
  const literal = as(node, 'literal');
  if (literal)
    return typeof literal.value === 'string' && literal.literal_type !== 'number' && isCover(literal.value);
  const call = as(node, 'function') ?? as(node, 'repeat');
  if (!call || !/^(repeat|replicate|rpad|lpad)$/i.test(String(call.name ?? 'repeat'))) return false;
  return [...nodesAt(call, 'args'), ...(nodeAt(call, 'this') ? [nodeAt(call, 'this')!] : [])].some(
    isCoverNode,
  );
}

/** All operands of `a || b || …`, `a + b + …` with a text among them, or `concat(a, b, …)`; null for another call. */
function operandsOfConcat(node: Node, call: Call): Node[] | null {
  const type = typeOf(node);
  if (/^concat(_ws|withseparator)?$/i.test(call.name) || type === 'concat') return call.args.flatMap(flatten);
  if (type !== 'add') return null;
  const operands = flatten(node);
  const isText = (o: Node) => as(o, 'literal')?.literal_type === 'string' || isCoverNode(o);
  return operands.some(isText) ? operands : null;
}

/** Without recursion: a chain may have 500 links. */
function flatten(node: Node): Node[] {
  const operands: Node[] = [];
  const open = [node];
  while (open.length > 0) {
    const next = open.pop()!;
    const type = typeOf(next);
    const fields = fieldsOf(next);
    const call = type === 'function' && /^concat$/i.test(String(fields.name));
    if (type === 'concat' || type === 'add') {
      open.push(...[nodeAt(fields, 'right'), nodeAt(fields, 'left')].filter((n) => n !== null));
    } else if (type === 'paren') {
      const inner = nodeAt(fields, 'this');
      if (inner && /^(concat|add)$/.test(typeOf(inner))) open.push(inner);
      else operands.push(next);
    } else if (call) open.push(...nodesAt(fields, 'args').reverse());
    else operands.push(next);
  }
  return operands;
}

function evaluateConcat(operands: readonly Node[], scope: Scope): Value {
  const values = operands.map((operand) => evaluate(operand, scope));
  const cover = operands.some(isCoverNode);
  return through(merge(cover ? values.map(covered) : values), 'TRANSFORMATION');
}
