import type { Ident } from '../ast.js';
import { NOTHING, problem, through, type Value } from '../flow.js';
import { looseKey, matching } from '../names.js';
import { everything, type Found, findColumn } from '../shape.js';
import type { Span } from '../types.js';
import { isPseudoColumn, isSequenceValue } from './pseudo.js';
import type { Relation, Scope } from './scope.js';
import { findCte } from './session.js';

const spanOf = (name: Ident): Span | null =>
  name.span ? { start: name.span.start, end: name.span.end } : null;

/** The value with the place where the SQL names it, for what comes straight from a table. */
function located(value: Value, span: Span | null): Value {
  if (span === null || value.flows.every((flow) => flow.span !== null)) return value;
  return { ...value, flows: value.flows.map((flow) => (flow.span ? flow : { ...flow, span })) };
}

/** The relations of one scope that `qualifier` (innermost part last) may mean. */
export function relationsCalled(scope: Scope, qualifier: readonly Ident[]): Relation[] {
  const last = qualifier.at(-1);
  if (!last) return [];
  if (qualifier.length === 1) {
    const named = scope.relations.flatMap((relation) => {
      const name = relation.alias ?? lastPart(relation);
      return name ? [{ name: name.name, quoted: name.quoted, relation }] : [];
    });
    return matching(named, last, scope.session.rules).map((entry) => entry.relation);
  }
  // `schema.table` names a table also beside its alias (sql-ast §9), when nothing else is meant by it.
  return scope.relations.filter(
    ({ parts }) =>
      parts.length >= qualifier.length &&
      qualifier.every((q, i) => looseKey(q.name) === looseKey(parts[parts.length - qualifier.length + i]!)),
  );
}

const lastPart = ({ parts }: Relation): Ident | null => {
  const name = parts.at(-1);
  return name === undefined ? null : { name, quoted: false };
};

/** The column `qualifier.name`; null when no relation in sight is called so. */
export function findQualified(scope: Scope, qualifier: readonly Ident[], name: Ident): Value | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const relations = relationsCalled(at, qualifier);
    if (relations.length === 0) continue;
    const { rules } = scope.session;
    const found = relations.map((r) => findColumn(r.shape, name, rules)).filter((f) => f !== null);
    const label = `${qualifier.map((q) => q.name).join('.')}.${name.name}`;
    if (found.length === 0) {
      if (isPseudoColumn(name.name, rules)) return NOTHING;
      return problem('UNKNOWN_COLUMN', label, spanOf(name));
    }
    const [only] = found;
    if (found.length > 1 || !only || only.how === 'ambiguous') {
      return problem('AMBIGUOUS_COLUMN', label, spanOf(name));
    }
    return located(only.value, spanOf(name));
  }
  return null;
}

/** The column that a bare name means, from the inside out; never a guess among several (sql-ast §9). */
export function findBare(scope: Scope, name: Ident): Value {
  const { rules } = scope.session;
  if (scope.bound.includes(looseKey(name.name))) return NOTHING;
  if (/^[@:]/.test(name.name)) {
    return located(scope.session.variables.get(looseKey(name.name)) ?? NOTHING, spanOf(name));
  }
  const scalar = findCte(scope.env, name, scope.session)?.scalar;
  if (scalar) return scalar();
  let possible: Value | null = null;
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const here = findIn(at, name);
    if (here === 'ambiguous') return problem('AMBIGUOUS_COLUMN', name.name, spanOf(name));
    if (here?.how === 'known') {
      // An inner relation of unknown columns may have it as well as the outer one that is known to.
      if (possible) return problem('AMBIGUOUS_COLUMN', name.name, spanOf(name));
      return located(here.value, spanOf(name));
    }
    if (here?.how === 'possible' && !isPseudoColumn(name.name, rules)) possible ??= here.value;
  }
  const variable = scope.session.variables.get(looseKey(name.name));
  if (variable) return located(variable, spanOf(name));
  if (possible) return located(possible, spanOf(name));
  if (isPseudoColumn(name.name, rules)) return NOTHING;
  return findWholeRow(scope, name) ?? problem('UNKNOWN_COLUMN', name.name, spanOf(name));
}

type Here = Exclude<Found, { how: 'ambiguous' }> | 'ambiguous';

function findIn(scope: Scope, name: Ident): Here {
  const { rules } = scope.session;
  const [aliased] = matching(scope.aliases, name, rules);
  if (aliased && scope.aliasUse === 'first' && !aliased.usesOwnName)
    return { how: 'known', value: aliased.value };
  const merged = matching(
    scope.merged.map((m) => ({ ...m, name: m.name.name, quoted: m.name.quoted })),
    name,
    rules,
  );
  if (merged.length === 1) return { how: 'known', value: merged[0]!.value };
  const found = scope.relations.map((r) => findColumn(r.shape, name, rules, true)).filter((f) => f !== null);
  if (found.some((f) => f.how === 'ambiguous')) return 'ambiguous';
  const known = found.filter((f) => f.how === 'known');
  if (known.length > 0) return known.length === 1 ? known[0]! : 'ambiguous';
  const possible = found.filter((f) => f.how === 'possible');
  if (aliased && scope.aliasUse !== 'none' && (possible.length === 0 || !aliased.usesOwnName)) {
    return { how: 'known', value: aliased.value };
  }
  if (possible.length > 1) return isPseudoColumn(name.name, rules) ? null : 'ambiguous';
  // `select t from t`: a column or the whole row, who knows; as a whole row it will ask for the schema.
  if (rules.unnamed === 'postgres' && relationsCalled(scope, [name]).length > 0) return null;
  return possible[0] ?? null;
}

/** A relation's alias as a value is its whole row. */
function findWholeRow(scope: Scope, name: Ident): Value | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const [relation, another] = relationsCalled(at, [name]);
    if (relation && !another) return through(everything(relation.shape), 'TRANSFORMATION');
  }
  return null;
}

/**
 * A path `a.b.c`: the longest beginning that names a relation, the column behind it, and fields of a struct after
 * that; else, where the dialect has structs, a column and its fields.
 */
export function findPath(scope: Scope, path: readonly Ident[]): Value {
  const last = path.at(-1)!;
  if (path.length === 1) return findBare(scope, last);
  for (let taken = path.length - 1; taken > 0; taken--) {
    const value = findQualified(scope, path.slice(0, taken), path[taken]!);
    if (value) return taken === path.length - 1 ? value : through(value, 'TRANSFORMATION');
  }
  if (isSequenceValue(last.name)) return NOTHING;
  if (scope.session.rules.structs || path.length > 2) {
    const column = findBare(scope, path[0]!);
    if (column.problems.length === 0 && scope.session.rules.structs) return through(column, 'TRANSFORMATION');
  }
  const label = path.map((part) => part.name).join('.');
  return problem('UNKNOWN_RELATION', label, spanOf(last));
}
