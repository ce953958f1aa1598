import {
  type DatasetId,
  type EdgeId,
  type EdgeKind,
  type EdgeSubtype,
  edgeIdOf,
  type FieldId,
  isReversible,
  type MaskingMethod,
} from '../model/index.js';

/** What one event states about one edge, with its ends found in the catalogue. */
export interface EdgeClaim {
  from: FieldId | DatasetId;
  to: FieldId | DatasetId;
  kind: EdgeKind;
  subtype: EdgeSubtype;
  masking: MaskingMethod | null;
  note: string | null;
}

/** Who says so. */
export interface ClaimEvidence {
  run: string | null;
  sqlHash: string | null;
  /** Code of the backflow link that the job serves; its edges are backflow. */
  link: string | null;
}

/** COLUMNS follow column lineage facets; RUN follows the inputs and outputs of runs and described jobs. */
export type Basis = 'COLUMNS' | 'RUN';

/** What was stated at one moment about the edges of one job into one output. */
export interface Statement extends ClaimEvidence {
  /** Time, then digest: orders all events. */
  stamp: string;
  basis: Basis;
  claims: EdgeClaim[];
}

/** One version of an observed edge: holds from the statement of `fromStamp` until `toStamp`; null = still. */
export interface EdgeRow extends EdgeClaim {
  id: EdgeId;
  /** Identity of "this flows into that in this way", shared by its versions. */
  base: EdgeId;
  reversible: boolean;
  backflow: boolean;
  run: string | null;
  sqlHash: string | null;
  job: string | null;
  basis: Basis;
  fromStamp: string;
  toStamp: string | null;
  recordedAt: string;
  retractedAt: string | null;
}

/** All versions of the edges of one job into one output, with the statements from `since` on. */
export interface Timeline {
  /** `job>output`; no job before the mark for what a dataset event states. */
  key: string;
  job: string | null;
  output: DatasetId;
  rows: EdgeRow[];
  /** Edges before this stamp stand as they are: every statement from here on is in `statements`. */
  since: string;
  statements: Statement[];
  /** The first statement about columns that is not of a failed run, as stored; null = none. */
  firstColumns: string | null;
  /** How many versions of each statement were ever made: the next one's number. */
  versions: Map<EdgeId, number>;
}

/** The moment of a stamp, in milliseconds as edges keep it. */
export const instantOfStamp = (stamp: string): string => `${stamp.slice(0, 23)}Z`;

/** A claim as one text, as statements are stored. */
export const writeClaim = ({ from, to, kind, subtype, masking, note }: EdgeClaim): string =>
  `${from}>${to} ${kind} ${subtype} ${masking ?? '-'} ${note ?? ''}`;

/** The claim in such a text. */
export function readClaim(text: string): EdgeClaim {
  const [ends, kind, subtype, masking, ...note] = text.split(' ');
  const [from, to] = (ends as string).split('>');
  return {
    from: from as FieldId,
    to: to as FieldId,
    kind: kind as EdgeKind,
    subtype: subtype as EdgeSubtype,
    masking: masking === '-' ? null : (masking as MaskingMethod),
    note: note.join(' ') || null,
  };
}

/** Makes the next version of an edge. */
export function addRow(
  timeline: Timeline,
  claim: EdgeClaim,
  rest: Pick<EdgeRow, 'basis' | 'fromStamp' | 'toStamp' | 'backflow' | 'run' | 'sqlHash'>,
  now: string,
): void {
  const { from, to, kind, subtype, masking, note } = claim;
  const identity = { from, to, kind, subtype, masking, origin: 'OBSERVED', job: timeline.job };
  const base = edgeIdOf(identity);
  const version = timeline.versions.get(base) ?? 0;
  timeline.versions.set(base, version + 1);
  timeline.rows.push({
    ...{ from, to, kind, subtype, masking, note },
    ...rest,
    id: edgeIdOf({ ...identity, version }),
    base,
    job: timeline.job,
    reversible: masking !== null && isReversible(masking),
    recordedAt: now,
    retractedAt: null,
  });
}
