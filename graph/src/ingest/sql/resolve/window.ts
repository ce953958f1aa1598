import { type Fields, type Node, nodeAt, nodesAt, structAt } from '../ast.js';
import { deciding, merge, NOTHING, type Value } from '../flow.js';
import { looseKey } from '../names.js';
import type { Scope } from './scope.js';

type Evaluate = (node: Node | null, scope: Scope) => Value;

/** What a window specification is decided by: its partition and its order. */
export function windowValue(over: Fields | null, scope: Scope, evaluate: Evaluate): Value {
  if (over === null) return NOTHING;
  const order = orderKeys(over, 'order_by');
  const named = over.window_name as { name?: unknown } | null | undefined;
  const inherited =
    named && typeof named.name === 'string' ? scope.windows.get(looseKey(named.name)) : undefined;
  const own = [...nodesAt(over, 'partition_by'), ...order].map((n) => deciding(evaluate(n, scope), 'WINDOW'));
  return merge([...own, inherited ?? NOTHING]);
}

/** Keys of an ORDER BY: `[{this, desc}]` or `{expressions: [{this, desc}]}`. */
export function orderKeys(fields: Fields, name: string): Node[] {
  const value = fields[name];
  const list = Array.isArray(value) ? value : (structAt(fields, name)?.expressions ?? []);
  return (list as Fields[]).flatMap((key): Node[] => {
    const ordered = 'ordered' in key ? (key.ordered as Fields) : key;
    const node = nodeAt(ordered, 'this');
    return node ? [node] : [];
  });
}

export function evaluateWindow(fields: Fields, scope: Scope, evaluate: Evaluate): Value {
  const keep = structAt(fields, 'keep');
  const kept = keep ? orderKeys(keep, 'order_by').map((n) => deciding(evaluate(n, scope), 'WINDOW')) : [];
  return merge([
    evaluate(nodeAt(fields, 'this'), scope),
    windowValue(structAt(fields, 'over'), scope, evaluate),
    ...kept,
  ]);
}

/** For percentiles and modes the order key is the value; elsewhere it only sorts. */
export function evaluateWithinGroup(fields: Fields, scope: Scope, evaluate: Evaluate): Value {
  const inner = nodeAt(fields, 'this');
  const keys = orderKeys(fields, 'order_by');
  const value = evaluate(inner, scope);
  const isValue = /percentile|quantile|"mode"|median/i.test(JSON.stringify(inner ?? null).slice(0, 80));
  const ordered = keys.map((key) => evaluate(key, scope));
  if (!isValue) return merge([value, ...ordered.map((v) => deciding(v, 'SORT'))]);
  return merge([value, ...ordered.map(aggregated)]);
}

const aggregated = (value: Value): Value => ({
  ...value,
  flows: value.flows.map((flow) =>
    flow.kind === 'DIRECT' ? { ...flow, subtype: 'AGGREGATION' as const } : flow,
  ),
});
