import { type ChangeLog, commit, type Db, ROWS_IN_TRANSACTION, type Tx } from '../db/index.js';
import { type FaultLog, formatOf, type TableFormat, UnreadableFile } from '../ingest/spreadsheet/index.js';
import {
  mergeFaults,
  noRows,
  type RegistrationKind,
  type RegistrationReport,
  type RegistrationRequest,
} from './report.js';

export type Counts = Pick<
  RegistrationReport,
  'datasets' | 'fields' | 'gradings' | 'edges' | 'samples' | 'touched'
>;
export const noCounts = (): Counts => ({
  datasets: noRows(),
  fields: noRows(),
  gradings: noRows(),
  edges: noRows(),
  samples: [],
  touched: [],
});

/**
 * Runs the work of some rows in a transaction and gives what it returns; without a change log it only reads. The work
 * may run again after a transient error, so it counts nothing itself.
 */
export type Session = <T>(work: (tx: Tx, log: ChangeLog | null) => Promise<T>) => Promise<T>;

export interface Compared {
  counts: Counts;
  /** What only the catalogue shows. */
  found: FaultLog;
}

/** Undoes a transaction whose comparison found faults that refuse the whole. */
class Refused extends Error {
  constructor(readonly compared: Compared) {
    super('refused');
  }
}

/**
 * Reads a file for its own faults, then compares it with the catalogue and writes what differs; a dry run only
 * compares. One fault refuses all unless the good rows are kept. A file of at most ROWS_IN_TRANSACTION rows is written
 * in one transaction. A longer one is compared whole before anything of it is written (unless a dry run did and nothing changed since), and then written by parts: were
 * it cut off, the same file again completes it.
 */
export async function runFile(
  db: Db,
  kind: RegistrationKind,
  request: RegistrationRequest,
  steps: {
    log: FaultLog;
    /** Number of the last change. */
    lastSequence(): Promise<number>;
    /** Reads to the end; gives the number of rows. */
    read(): Promise<number>;
    compare(session: Session, phase: 'COMPARING' | 'WRITING'): Promise<Compared>;
  },
): Promise<RegistrationReport> {
  const { bytes, dryRun, keepGood, viewer } = request;
  const { log } = steps;
  let format: TableFormat | null = null;
  let rows = 0;
  let comparedAt: number | null = null;
  const report = (written: boolean, compared?: Compared): RegistrationReport => {
    const logs = compared ? [log, compared.found] : [log];
    return {
      kind,
      format,
      dryRun,
      written,
      rows,
      comparedAt,
      ...mergeFaults(logs),
      ...(compared?.counts ?? noCounts()),
    };
  };
  try {
    format = formatOf(bytes);
    rows = await steps.read();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    log.add(error.fault);
    log.fatal = true;
  }
  if (log.fatal) return report(false);
  const reading: Session = (work) => db.read((tx) => work(tx, null), 'registration');
  const compareWhole = async () => {
    const before = await steps.lastSequence();
    const compared = await steps.compare(reading, 'COMPARING');
    if (before === (await steps.lastSequence())) comparedAt = before;
    return compared;
  };
  if (dryRun) return report(false, await compareWhole());
  if (log.faults > 0 && !keepGood) return report(false);
  const refuses = ({ found }: Compared) => found.faults > 0 && !keepGood;
  if (rows > ROWS_IN_TRANSACTION) {
    if (request.comparedAt == null || request.comparedAt !== (await steps.lastSequence())) {
      const compared = await compareWhole();
      if (refuses(compared)) return report(false, { ...compared, counts: noCounts() });
    }
    const byParts: Session = (work) => commit(db, viewer.account, work);
    return report(true, await steps.compare(byParts, 'WRITING'));
  }
  try {
    const compared = await commit(db, viewer.account, async (tx, changes) => {
      const done = await steps.compare((work) => work(tx, changes), 'WRITING');
      if (refuses(done)) throw new Refused(done);
      return done;
    });
    return report(true, compared);
  } catch (error) {
    if (error instanceof Refused) return report(false, { ...error.compared, counts: noCounts() });
    throw error;
  }
}
