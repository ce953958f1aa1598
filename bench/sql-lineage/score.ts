import type { SqlLineage } from '@yuanliu/graph/sql';
import type { SqlCase } from './corpus.js';

/** How one answer compares with what was expected; a pair is a target column with a source. */
export interface Score {
  right: number;
  wrong: string[];
  missing: string[];
}

/** Compares whole edges: names, kind, subtype and masking, and the marks by reason and column. */
export function scoreCase(expected: SqlCase, { edges, unresolved }: SqlLineage): Score {
  const given = new Map(
    edges.map(({ target, sources }) => [
      `${target.table ?? ''}.${target.column}`,
      sources.map(
        (s) => `${s.table}.${s.column} ${s.subtype}${s.maskingMethod ? ` ${s.maskingMethod}` : ''}`,
      ),
    ]),
  );
  const wanted = pairsOf(expected.targets);
  const found = pairsOf(given);
  const marks = new Set(unresolved.map(({ reason, column }) => (column ? `${reason} ${column}` : reason)));
  const wantedMarks = new Set(expected.unresolved);
  const lostTargets = [...expected.targets.keys()].filter((target) => !given.has(target));
  const strangeTargets = [...given.keys()].filter((target) => !expected.targets.has(target));
  return {
    right: [...wanted].filter((pair) => found.has(pair)).length,
    wrong: [...found].filter((pair) => !wanted.has(pair)).concat(strangeTargets, notIn(marks, wantedMarks)),
    missing: [...wanted].filter((pair) => !found.has(pair)).concat(lostTargets, notIn(wantedMarks, marks)),
  };
}

const notIn = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...some].filter((mark) => !others.has(mark)).map((mark) => `? ${mark}`);

const pairsOf = (targets: ReadonlyMap<string, readonly string[]>): Set<string> =>
  new Set([...targets].flatMap(([target, sources]) => sources.map((source) => `${target} <- ${source}`)));

/** Counts over many answers. */
export interface Tally {
  statements: number;
  exact: number;
  right: number;
  wrong: number;
  missing: number;
}

export const emptyTally = (): Tally => ({ statements: 0, exact: 0, right: 0, wrong: 0, missing: 0 });

export function count(tally: Tally, { right, wrong, missing }: Score): void {
  tally.statements += 1;
  tally.right += right;
  tally.wrong += wrong.length;
  tally.missing += missing.length;
  if (wrong.length === 0 && missing.length === 0) tally.exact += 1;
}

/** Precision, recall and the share of statements that are right in everything; 1 where there is nothing to find. */
export function figures({ statements, exact, right, wrong, missing }: Tally) {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    precision: share(right, right + wrong),
    recall: share(right, right + missing),
    exact: share(exact, statements),
  };
}
