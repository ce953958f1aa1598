import type { Ident, Node } from '../ast.js';
import type { Catalogue } from '../catalogue.js';
import type { DialectRules } from '../dialects.js';
import type { Value } from '../flow.js';
import type { MaskingRules } from '../masking.js';
import { looseKey, matching } from '../names.js';
import type { Shape } from '../shape.js';
import type { Scope } from './scope.js';

/** What every step of one resolution needs. `query` is handed down so that expressions need not import queries. */
export interface Session {
  rules: DialectRules;
  catalogue: Catalogue;
  masking: MaskingRules | undefined;
  /** Variables and parameters of procedures, by loose name, with what they are known to hold. */
  variables: Map<string, Value>;
  /** Resolves a query (select, set operation, VALUES, a writing CTE) seen from `parent`. */
  query(node: Node, parent: Scope | null, env: Env | null): Shape;
  /** Called with each write inside a CTE (PostgreSQL): its edges are the statement's too. */
  write(node: Node, env: Env | null): void;
}

/** Names of common table expressions: the nearest hides the others. */
export interface Env {
  name: Ident;
  /** Resolved when first asked for, once. */
  shape: (() => Shape) | null;
  /** ClickHouse `WITH expression AS name`. */
  scalar: (() => Value) | null;
  outer: Env | null;
}

/** The nearest common table expression of this name. */
export function findCte(env: Env | null, name: Ident, { rules }: Session): Env | null {
  for (let at = env; at !== null; at = at.outer) {
    if (looseKey(at.name.name) !== looseKey(name.name)) continue;
    if (matching([{ ...at.name }], name, rules).length === 1) return at;
  }
  return null;
}

export const lazily = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
