import type { EdgeKind, EdgeSubtype, MaskingMethod } from '../../model/index.js';
import type { MaskingRules } from './masking.js';

/** Part of the SQL text: Unicode code points, end exclusive (`Array.from(sql).slice(start, end)`). */
export interface Span {
  start: number;
  end: number;
}

/** Columns of each known table, in order. A table name may have any number of parts: `t`, `s.t`, `db.s.t`. */
export type SqlSchema = Readonly<Record<string, readonly string[]>>;

export interface SqlRequest {
  sql: string;
  /** A name of `DIALECTS`, such as `postgres`, `hive`, `dameng`. */
  dialect: string;
  schema?: SqlSchema | undefined;
  /** What a name with fewer parts than a table has begins with, such as `db` or `db.schema`. */
  defaultSchema?: string | undefined;
  /** Functions of the house that mask, beside the built-in list. */
  masking?: MaskingRules | undefined;
}

/** One column that a target column comes from or is decided by. */
export interface SqlSource {
  table: string;
  column: string;
  kind: EdgeKind;
  subtype: EdgeSubtype;
  masking: boolean;
  maskingMethod: MaskingMethod | null;
  /** Masked, but whoever holds the key or the map gets the value back. */
  reversible: boolean;
  /** Where the SQL names the source column; none where a star brought it. */
  span?: Span;
}

export interface SqlColumnEdges {
  /** `table` is null for a query that writes nowhere. No sources: a constant, or what `unresolved` tells of. */
  target: { table: string | null; column: string };
  sources: SqlSource[];
}

/** What concerns every row of a target: the tables read, and the columns that join, filter, group and sort. */
export interface SqlDatasetEdges {
  target: { table: string | null };
  tables: string[];
  sources: SqlSource[];
}

export type UnresolvedReason =
  | 'UNKNOWN_COLUMN'
  | 'AMBIGUOUS_COLUMN'
  | 'UNKNOWN_RELATION'
  | 'NEEDS_SCHEMA'
  | 'COLUMN_COUNT'
  | 'UNNAMED_COLUMN'
  | 'NOT_PARSED'
  | 'NOT_UNDERSTOOD'
  | 'PARTLY_UNDERSTOOD'
  | 'UNKNOWN_DIALECT'
  | 'TIME_LIMIT';

/** Something of a statement that no edge tells of, and why. */
export interface Unresolved {
  /** Number of the statement in the text, from 0. */
  statement: number;
  span: Span;
  reason: UnresolvedReason;
  /** What it is about: a name, the parser's words. */
  detail: string;
  /** The target column that lacks sources; none when it concerns rows or the whole statement. */
  column?: string;
}

export interface SqlLineage {
  edges: SqlColumnEdges[];
  datasets: SqlDatasetEdges[];
  unresolved: Unresolved[];
}
