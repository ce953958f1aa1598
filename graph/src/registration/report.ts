import type { WriteSummary } from '../db/index.js';
import type { Fault, FaultLog, FaultRule, TableFormat } from '../ingest/spreadsheet/index.js';
import { isNotice } from '../ingest/spreadsheet/index.js';
import type { DatasetId, Viewer } from '../model/index.js';

export type RegistrationKind = 'CATALOGUE' | 'LINEAGE';

export interface RegistrationRequest {
  bytes: Buffer;
  /** As it is called by who sends it; stands in the evidence. */
  fileName: string;
  /** Only says what would be done. */
  dryRun: boolean;
  /** Takes the good rows and leaves the faulty ones; else one fault refuses all. */
  keepGood: boolean;
  viewer: Viewer;
  /** `comparedAt` of a dry run of this file: while nothing changed since, a long file is not compared once more. */
  comparedAt?: number | null;
  onProgress?: (progress: RegistrationProgress) => void;
}

/** How far it is: rows read, or of those the rows compared and written. */
export interface RegistrationProgress {
  phase: 'READING' | 'COMPARING' | 'WRITING';
  rows: number;
  /** Null while the file is read for the first time. */
  total: number | null;
}

export type RowState = 'CREATED' | 'CHANGED' | 'UNCHANGED';

/** One of the first rows of what is written, in words of the file. */
export interface SampleRow {
  sheet: string;
  row: number;
  state: RowState;
  /** Dataset and field, or both ends of a flow. */
  names: string[];
  /** Title, or transformation and masking. */
  about: string;
}

/** What a file would do or has done. */
export interface RegistrationReport {
  kind: RegistrationKind;
  format: TableFormat | null;
  dryRun: boolean;
  /** Whether it was written. A dry run never is. */
  written: boolean;
  /** Rows below the headers, and those of them that are refused. */
  rows: number;
  refusedRows: number;
  faults: number;
  notices: number;
  /** The file as a whole is refused: nothing of it can be taken. */
  fatal: boolean;
  /** Number of the last change when the whole file was compared with the catalogue; null when it was not. */
  comparedAt: number | null;
  byRule: { rule: FaultRule; count: number; notice: boolean }[];
  /** The first ones, whole. */
  kept: Fault[];
  datasets: WriteSummary;
  fields: WriteSummary;
  gradings: WriteSummary;
  edges: WriteSummary;
  samples: SampleRow[];
  /** The first datasets that are created or changed, or whose fields are. */
  touched: { id: DatasetId; title: string }[];
}

export const MOST_SAMPLES = 20;
export const MOST_TOUCHED = 50;

export const noRows = (): WriteSummary => ({ created: 0, changed: 0, unchanged: 0 });

/** Adds what was compared: rows, and those of them that differ. */
export function tally(to: WriteSummary, rows: number, upserts: readonly { before: unknown }[]): void {
  const created = upserts.filter(({ before }) => before === null).length;
  to.created += created;
  to.changed += upserts.length - created;
  to.unchanged += rows - upserts.length;
}

/** What was found in the file itself and against the catalogue, put together. */
export function mergeFaults(
  logs: readonly FaultLog[],
): Pick<RegistrationReport, 'refusedRows' | 'faults' | 'notices' | 'fatal' | 'byRule' | 'kept'> {
  const counts = new Map<FaultRule, number>();
  for (const log of logs)
    for (const [rule, count] of log.byRule) counts.set(rule, (counts.get(rule) ?? 0) + count);
  const sum = (of: (log: FaultLog) => number) => logs.reduce((total, log) => total + of(log), 0);
  return {
    refusedRows: sum((log) => log.refusedRows),
    faults: sum((log) => log.faults),
    notices: sum((log) => log.notices),
    fatal: logs.some((log) => log.fatal),
    byRule: [...counts]
      .map(([rule, count]) => ({ rule, count, notice: isNotice({ rule }) }))
      .sort((a, b) => b.count - a.count),
    kept: logs.flatMap((log) => log.kept),
  };
}
