import { type ChangeLog, commit, type Db, type Tx } from '../db/index.js';
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

/** How a comparison reads and what writes what it finds; without a change log nothing is written. */
export interface Session {
  within<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  write: { tx: Tx; log: ChangeLog } | null;
}

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
 * Reads a file for its own faults, then compares it with the catalogue and writes what differs, all in one
 * transaction. One fault refuses all unless the good rows are kept; a dry run only compares.
 */
export async function runFile(
  db: Db,
  kind: RegistrationKind,
  request: RegistrationRequest,
  steps: {
    log: FaultLog;
    /** Reads to the end; gives the number of rows. */
    read(): Promise<number>;
    compare(session: Session): Promise<Compared>;
  },
): Promise<RegistrationReport> {
  const { bytes, dryRun, keepGood, viewer } = request;
  const { log } = steps;
  let format: TableFormat | null = null;
  let rows = 0;
  const report = (written: boolean, compared?: Compared): RegistrationReport => {
    const logs = compared ? [log, compared.found] : [log];
    return { kind, format, dryRun, written, rows, ...mergeFaults(logs), ...(compared?.counts ?? noCounts()) };
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
  if (dryRun)
    return report(
      false,
      await steps.compare({ within: (work) => db.read(work, 'registration'), write: null }),
    );
  if (log.faults > 0 && !keepGood) return report(false);
  try {
    const compared = await commit(db, viewer.account, async (tx, changes) => {
      const done = await steps.compare({ within: (work) => work(tx), write: { tx, log: changes } });
      if (done.found.faults > 0 && !keepGood) throw new Refused(done);
      return done;
    });
    return report(true, compared);
  } catch (error) {
    if (error instanceof Refused) return report(false, { ...error.compared, counts: noCounts() });
    throw error;
  }
}
