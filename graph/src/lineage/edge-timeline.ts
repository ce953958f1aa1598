import {
  type DatasetId,
  type EdgeId,
  type EdgeKind,
  type EdgeSubtype,
  edgeIdOf,
  type FieldId,
  type MaskingMethod,
} from '../model/index.js';

/** What one event states about one edge, with its ends found in the catalogue. */
export interface EdgeClaim {
  from: FieldId | DatasetId;
  to: FieldId | DatasetId;
  kind: EdgeKind;
  subtype: EdgeSubtype;
  masking: MaskingMethod | null;
  reversible: boolean;
  backflow: boolean;
  run: string | null;
  sqlHash: string | null;
  note: string | null;
}

/**
 * One version of an observed edge. COLUMNS rows follow statements (column lineage facets), RUN rows the inputs and
 * outputs of runs. Stamps order all events (time, then digest); a null `toStamp` = still holds.
 */
export interface EdgeRow extends EdgeClaim {
  id: EdgeId;
  /** Identity of the statement "this flows into that in this way", shared by its versions. */
  base: EdgeId;
  job: string | null;
  basis: 'COLUMNS' | 'RUN';
  fromStamp: string;
  toStamp: string | null;
  recordedAt: string;
  retractedAt: string | null;
}

/** All versions of the edges of one job into one output, and the stamps of the statements about it. */
export interface Timeline {
  /** `job>output`; no job before the mark for what a dataset event states. */
  key: string;
  job: string | null;
  rows: EdgeRow[];
  /** Sorted stamps of the statements that are known here: all, or at least the neighbours of those to come. */
  statements: string[];
  /** How many versions of each statement were ever made: the next one's number. */
  versions: Map<EdgeId, number>;
}

/** The moment of a stamp, in milliseconds as edges keep it. */
export const instantOfStamp = (stamp: string): string => `${stamp.slice(0, 23)}Z`;

const baseOf = (claim: EdgeClaim, job: string | null) => edgeIdOf({ ...claim, origin: 'OBSERVED', job });
const covers = (row: EdgeRow, stamp: string | null) =>
  stamp !== null && row.fromStamp <= stamp && (row.toStamp === null || stamp < row.toStamp);
const held = (timeline: Timeline, basis: EdgeRow['basis']) =>
  timeline.rows.filter((row) => row.basis === basis && row.retractedAt === null);

function addRow(
  timeline: Timeline,
  claim: EdgeClaim,
  span: Pick<EdgeRow, 'basis' | 'fromStamp' | 'toStamp'>,
  now: string,
): void {
  const base = baseOf(claim, timeline.job);
  const version = timeline.versions.get(base) ?? 0;
  timeline.versions.set(base, version + 1);
  const id = edgeIdOf({ ...claim, origin: 'OBSERVED', job: timeline.job, version });
  timeline.rows.push({ ...claim, ...span, id, base, job: timeline.job, recordedAt: now, retractedAt: null });
}

/**
 * Takes in the statement made at `stamp`: the edges it names hold from then until the next statement, those it
 * leaves out have ended by then. Only what lies between the neighbouring statements moves, so the outcome is the
 * same in whatever order statements come in.
 */
export function applyStatement(
  timeline: Timeline,
  stamp: string,
  claims: readonly EdgeClaim[],
  now: string,
): void {
  const { statements } = timeline;
  if (statements.includes(stamp)) return;
  const at = statements.findIndex((s) => s > stamp);
  const place = at === -1 ? statements.length : at;
  const before = statements[place - 1] ?? null;
  const after = statements[place] ?? null;
  statements.splice(place, 0, stamp);

  const stated = new Map(claims.map((claim) => [baseOf(claim, timeline.job), claim]));
  for (const row of held(timeline, 'COLUMNS')) {
    const claim = stated.get(row.base);
    const heldBefore = covers(row, before);
    const heldAfter = covers(row, after);
    if (!heldBefore && !heldAfter) continue;
    if (claim === undefined) {
      if (!heldBefore) continue;
      const end = row.toStamp;
      row.toStamp = stamp;
      if (heldAfter)
        addRow(timeline, row, { basis: 'COLUMNS', fromStamp: after as string, toStamp: end }, now);
    } else {
      if (!heldBefore)
        Object.assign(row, { fromStamp: stamp, run: claim.run, sqlHash: claim.sqlHash, note: claim.note });
      row.backflow ||= claim.backflow;
      stated.delete(row.base);
    }
  }
  for (const claim of stated.values()) {
    addRow(timeline, claim, { basis: 'COLUMNS', fromStamp: stamp, toStamp: after }, now);
  }
  cutRunRows(timeline, now);
}

/**
 * Takes in that a run which began at `stamp` read what `claims` come from and wrote the output: edges between whole
 * datasets, each from the earliest such run until columns of the output are first known.
 */
export function applyRunInputs(
  timeline: Timeline,
  stamp: string,
  claims: readonly EdgeClaim[],
  now: string,
): void {
  const first = timeline.statements[0] ?? null;
  if (first !== null && first <= stamp) return;
  const rows = new Map(held(timeline, 'RUN').map((row) => [row.base, row]));
  for (const claim of claims) {
    const row = rows.get(baseOf(claim, timeline.job));
    if (row === undefined) {
      addRow(timeline, claim, { basis: 'RUN', fromStamp: stamp, toStamp: first }, now);
      continue;
    }
    row.backflow ||= claim.backflow;
    if (stamp < row.fromStamp) {
      Object.assign(row, { fromStamp: stamp, run: claim.run, sqlHash: claim.sqlHash, note: claim.note });
    }
  }
}

/** Once columns are known, whole-dataset edges of the same job and output hold only before that. */
function cutRunRows(timeline: Timeline, now: string): void {
  const first = timeline.statements[0];
  if (first === undefined) return;
  for (const row of held(timeline, 'RUN')) {
    if (row.toStamp === null || first < row.toStamp) row.toStamp = first;
    // Nothing of it is left: withdrawn, as something we should not have said.
    if (row.fromStamp >= row.toStamp) row.retractedAt = now;
  }
}
