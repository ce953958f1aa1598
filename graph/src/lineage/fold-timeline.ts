import type { RunState } from '../model/index.js';
import {
  addRow,
  type Basis,
  type EdgeClaim,
  type EdgeRow,
  type Statement,
  type Timeline,
} from './edge-timeline.js';

/** State of a run by its id; undefined for what no run states. */
export type StateOfRun = (run: string | null) => RunState | undefined;

/** An edge for as long as it is stated without a break. */
interface Span {
  claim: EdgeClaim;
  fromStamp: string;
  toStamp: string | null;
  backflow: boolean;
  run: string | null;
  sqlHash: string | null;
  /** The row that it goes on from, when it began before the window. */
  row: EdgeRow | null;
}

const failed = (state: RunState | undefined) => state === 'FAIL' || state === 'ABORT';
/** What is said without a run is a description and counts at once; a run must have succeeded to end anything. */
const endsOthers = (state: RunState | undefined) => state === undefined || state === 'COMPLETE';

/** Backflow is part of what is stated: an edge that becomes backflow is another edge from then on. */
const keyOf = ({ from, to, kind, subtype, masking }: EdgeClaim, backflow: boolean) =>
  `${from}>${to} ${kind} ${subtype} ${masking} ${backflow}`;

/**
 * Edges of one timeline from its statements since `timeline.since`: each begins with the first statement that names
 * it and ends with the first later one, of a run that succeeded, that leaves it out. `runs` are the runs that read
 * and wrote whole datasets, as statements (null: they are not asked for, since columns were known before).
 * The outcome depends on the set of statements and states of runs alone, never on the order of their arrival.
 */
export function foldTimeline(
  timeline: Timeline,
  stateOf: StateOfRun,
  runs: { since: string; statements: Statement[] } | null,
  now: string,
): void {
  const columns = timeline.statements.filter((s) => s.basis === 'COLUMNS');
  settle(timeline, 'COLUMNS', timeline.since, fold(timeline, columns, timeline.since, stateOf), now);
  if (runs === null) return;
  const cut = firstColumns(timeline, columns, stateOf);
  const known = [...timeline.statements.filter((s) => s.basis === 'RUN'), ...runs.statements]
    .filter((s) => s.stamp >= runs.since && (cut === null || s.stamp < cut))
    .sort(byStamp);
  const spans = fold(timeline, known, runs.since, stateOf, 'RUN');
  for (const span of spans)
    if (span.toStamp === null || (cut !== null && cut < span.toStamp)) span.toStamp = cut;
  settle(timeline, 'RUN', runs.since, spans, now);
}

/** Once columns are known, edges between whole datasets of the same job and output hold only before that. */
function firstColumns(timeline: Timeline, columns: readonly Statement[], stateOf: StateOfRun): string | null {
  const stored = timeline.firstColumns;
  if (stored !== null && stored < timeline.since) return stored;
  return columns.find((statement) => !failed(stateOf(statement.run)))?.stamp ?? null;
}

export const byStamp = (a: { stamp: string }, b: { stamp: string }): number => (a.stamp < b.stamp ? -1 : 1);

const holdsInto = (row: EdgeRow, since: string) =>
  row.fromStamp < since && (row.toStamp === null || row.toStamp >= since);

function fold(
  timeline: Timeline,
  statements: readonly Statement[],
  since: string,
  stateOf: StateOfRun,
  basis: Basis = 'COLUMNS',
): Span[] {
  const open = new Map<string, Span>();
  const spans: Span[] = [];
  const begin = (key: string, span: Span) => {
    open.set(key, span);
    spans.push(span);
  };
  for (const row of timeline.rows) {
    if (row.basis !== basis || row.retractedAt !== null || !holdsInto(row, since)) continue;
    const { fromStamp, backflow, run, sqlHash } = row;
    begin(keyOf(row, backflow), { claim: row, fromStamp, toStamp: null, backflow, run, sqlHash, row });
  }
  for (const { stamp, claims, run, sqlHash, link } of statements) {
    const backflow = link !== null;
    const stated = new Set<string>();
    for (const claim of claims) {
      const key = keyOf(claim, backflow);
      stated.add(key);
      if (!open.has(key)) {
        begin(key, {
          ...{ claim: { ...claim, note: noteOf(claim, link) } },
          ...{ fromStamp: stamp, toStamp: null, backflow, run, sqlHash, row: null },
        });
      }
    }
    if (!endsOthers(stateOf(run))) continue;
    for (const [key, span] of open) {
      if (stated.has(key)) continue;
      span.toStamp = stamp;
      open.delete(key);
    }
  }
  return spans;
}

const noteOf = ({ note }: EdgeClaim, link: string | null) =>
  link === null ? note : `backflow link ${link}${note ? `; ${note}` : ''}`;

/** Moves the stored rows to what the spans say: as few as can be, and what no span claims is withdrawn. */
function settle(timeline: Timeline, basis: Basis, since: string, spans: readonly Span[], now: string): void {
  const free = new Map<string, EdgeRow[]>();
  for (const row of timeline.rows) {
    if (row.basis !== basis || row.retractedAt !== null || row.fromStamp < since) continue;
    const key = keyOf(row, row.backflow);
    free.set(key, [...(free.get(key) ?? []), row]);
  }
  const takeRow = (span: Span, fits: (row: EdgeRow) => boolean): EdgeRow | null => {
    const rows = free.get(keyOf(span.claim, span.backflow)) ?? [];
    const at = rows.findIndex(fits);
    return at === -1 ? null : (rows.splice(at, 1)[0] as EdgeRow);
  };
  const moved = spans.filter((span) => {
    const row = span.row ?? takeRow(span, ({ fromStamp }) => fromStamp === span.fromStamp);
    if (row !== null) {
      const { toStamp, sqlHash } = span;
      Object.assign(row, { toStamp, sqlHash });
    }
    return row === null;
  });
  for (const span of moved) {
    const { claim, fromStamp, toStamp, backflow, run, sqlHash } = span;
    const row = takeRow(span, () => true);
    if (row === null) addRow(timeline, claim, { basis, fromStamp, toStamp, backflow, run, sqlHash }, now);
    else Object.assign(row, { fromStamp, toStamp, run, sqlHash, note: claim.note });
  }
  for (const rows of free.values()) for (const row of rows) row.retractedAt = now;
}
