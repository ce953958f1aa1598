import type { Ident } from '../ast.js';
import type { Flow, Value } from '../flow.js';
import type { Shape } from '../shape.js';
import type { Env, Session } from './session.js';

/** One thing that FROM names. */
export interface Relation {
  alias: Ident | null;
  /** Parts of its table's name; empty when it is no table. */
  parts: readonly string[];
  shape: Shape;
  /** Right side of a semi or anti join: it gives nothing to `*`. */
  hidden: boolean;
}

/** A column that USING or NATURAL made one of two. */
export interface MergedColumn {
  name: Ident;
  value: Value;
  members: Set<Relation>;
}

/** An output of the SELECT that later expressions may use by its alias. */
export interface OutputAlias {
  name: string;
  quoted: boolean;
  value: Value;
  /** Its expression uses a column of the same name, so such a column evidently exists. */
  usesOwnName: boolean;
}

export interface Scope {
  session: Session;
  parent: Scope | null;
  env: Env | null;
  relations: Relation[];
  merged: MergedColumn[];
  aliases: OutputAlias[];
  /** How aliases stand to columns of the relations at this moment. */
  aliasUse: 'none' | 'last' | 'first';
  /** Parameters of the lambdas that are being read. */
  bound: string[];
  windows: ReadonlyMap<string, Value>;
  /** What decides over rows, gathered while expressions are read. */
  influence: Value[];
  tables: string[];
  /** The row to be inserted, in ON DUPLICATE KEY: MySQL's `values(x)`. */
  inserted: Shape | null;
}

export const newScope = (session: Session, parent: Scope | null, env: Env | null): Scope => ({
  session,
  parent,
  env,
  relations: [],
  merged: [],
  aliases: [],
  aliasUse: 'none',
  bound: [],
  windows: new Map(),
  influence: [],
  tables: [],
  inserted: null,
});

/** Takes over what a query that stands inside decides and reads. */
export function absorb(scope: Scope, shape: Shape): void {
  scope.influence.push(shape.influence);
  scope.tables.push(...shape.tables);
}

/** The values of a known table's column. */
export const identity = (table: string, column: string, span: Flow['span']): Value => ({
  flows: [{ table, column, kind: 'DIRECT', subtype: 'IDENTITY', masking: null, partial: false, span }],
  problems: [],
});
