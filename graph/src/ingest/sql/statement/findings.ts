import { isReversible } from '../../../model/index.js';
import type { Problem, Value } from '../flow.js';
import { merge, NOTHING } from '../flow.js';
import { looseKey } from '../names.js';
import type { Span, SqlLineage, SqlSource, Unresolved } from '../types.js';

/** Where the edges and marks of a text gather, statement by statement. */
export interface Findings {
  /** Values of one column of a target; null = a query that writes nowhere. */
  column(table: string | null, column: string, value: Value): void;
  /** What decides over every row of a target, and the tables read for it. */
  rows(table: string | null, influence: Value, tables: readonly string[]): void;
  mark(problem: Omit<Problem, 'span'> & { span?: Span | null }, column?: string): void;
  /** From here on marks are of this statement. */
  enter(statement: number, span: Span, place: (span: Span) => Span): void;
}

interface Target {
  table: string | null;
  column: string;
  value: Value;
}

export function createFindings(): Findings & { lineage(): SqlLineage } {
  const columns = new Map<string, Target>();
  const rows = new Map<string | null, { influence: Value[]; tables: Set<string> }>();
  const unresolved = new Map<string, Unresolved>();
  let statement = 0;
  let whole: Span = { start: 0, end: 0 };
  let place = (span: Span): Span => span;

  const placed = (value: Value): Value => ({
    problems: value.problems,
    flows: value.flows.map((flow) => (flow.span ? { ...flow, span: place(flow.span) } : flow)),
  });
  const mark: Findings['mark'] = ({ reason, detail, span }, column) => {
    const found: Unresolved = {
      statement,
      span: span ? place(span) : whole,
      reason,
      detail,
      ...(column === undefined ? {} : { column }),
    };
    unresolved.set(JSON.stringify(found), found);
  };
  return {
    enter(number, span, placing) {
      statement = number;
      whole = span;
      place = placing;
    },
    mark,
    column(table, column, value) {
      // Two outputs of a query may have one name; two writes of a table's column are of one column.
      const key = table === null ? `\u0000${columns.size}` : `${looseKey(table)}\u0000${looseKey(column)}`;
      const known = columns.get(key);
      const own = placed(value);
      columns.set(
        key,
        known ? { ...known, value: merge([known.value, own]) } : { table, column, value: own },
      );
      for (const problem of value.problems) mark(problem, column);
    },
    rows(table, influence, tables) {
      const known = rows.get(table) ?? { influence: [], tables: new Set() };
      known.influence.push(placed(influence));
      for (const read of tables) known.tables.add(read);
      rows.set(table, known);
      for (const problem of influence.problems) mark(problem);
    },
    lineage: () => ({
      edges: [...columns.values()].map(({ table, column, value }) => ({
        target: { table, column },
        sources: sourcesOf(value),
      })),
      datasets: [...rows].map(([table, { influence, tables }]) => ({
        target: { table },
        tables: [...tables],
        sources: sourcesOf(merge([NOTHING, ...influence])),
      })),
      unresolved: [...unresolved.values()],
    }),
  };
}

const sourcesOf = ({ flows }: Value): SqlSource[] =>
  flows.map(({ table, column, kind, subtype, masking, span }) => ({
    table,
    column,
    kind,
    subtype,
    masking: masking !== null,
    maskingMethod: masking,
    reversible: masking !== null && isReversible(masking),
    ...(span ? { span } : {}),
  }));
