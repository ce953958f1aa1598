import { createHash } from 'node:crypto';
import type { DatasetWriting } from '../dataset/index.js';
import { type Db, refreshDatasets } from '../db/index.js';
import type { FieldWriting } from '../field/index.js';
import type { GradingWriting } from '../grading/index.js';
import {
  type CatalogueRow,
  type DatasetDraft,
  type Fault,
  FaultLog,
  faultOf,
  type Item,
  readCatalogue,
} from '../ingest/spreadsheet/index.js';
import {
  type DatasetId,
  type Field,
  type FieldId,
  fieldIdOf,
  type Grading,
  gradeFloor,
  gradeRank,
} from '../model/index.js';
import { describeDraft, describeItem } from './describe-draft.js';
import { type NameSources, readKnownNames } from './known-names.js';
import {
  MOST_SAMPLES,
  MOST_TOUCHED,
  type RegistrationReport,
  type RegistrationRequest,
  tally,
} from './report.js';
import { type Compared, noCounts, runFile, type Session } from './run-file.js';

/** Rows that are compared and written together. */
const ROWS = 5_000;

export interface CatalogueWriting {
  lastSequence(): Promise<number>;
  names: NameSources;
  datasets: DatasetWriting;
  fields: FieldWriting;
  gradings: GradingWriting;
}

type Known = { id: DatasetId; title: string; fieldCount: number; synthetic: boolean };
type ItemRow = CatalogueRow & { item: Item; known: Known };

/** One comparison of a whole file, chunk by chunk. */
class Comparison implements Compared {
  readonly found = new FaultLog();
  readonly counts = noCounts();
  readonly known = new Map<string, Known>();
  readonly #stale = new Set<DatasetId>();
  readonly #at = new Date().toISOString();

  constructor(
    private readonly writing: CatalogueWriting,
    private readonly session: Session,
    private readonly request: RegistrationRequest,
  ) {}

  #touch(id: DatasetId, title: string): void {
    if (this.#stale.has(id)) return;
    this.#stale.add(id);
    if (this.counts.touched.length < MOST_TOUCHED) this.counts.touched.push({ id, title });
  }

  async takeDatasets(drafts: readonly DatasetDraft[]): Promise<void> {
    const { datasets } = this.writing;
    const keys = drafts.map(({ key }) => key);
    const done = await this.session(async (tx, log) => {
      const stored = await datasets.findKnown(tx, keys);
      const rows = drafts.map((draft) => describeDraft(draft, stored.get(draft.key) ?? null));
      const { ids, upserts } = datasets.compare(rows, stored);
      if (log) await datasets.apply(tx, log, upserts);
      return { stored, ids, upserts };
    });
    tally(this.counts.datasets, drafts.length, done.upserts);
    for (const [i, draft] of drafts.entries()) {
      const dataset = done.stored.get(draft.key);
      this.known.set(draft.key, {
        id: done.ids[i] as DatasetId,
        title: String(draft.values.title),
        fieldCount: dataset?.fieldCount ?? 0,
        synthetic: dataset?.synthetic ?? false,
      });
    }
    for (const { id, after } of done.upserts) this.#touch(id, after.title);
  }

  #grading(of: FieldId, { item, sheet, row }: ItemRow): Grading {
    const digest = createHash('sha256').update([of, item.grade, this.#at].join('\u001f')).digest('hex');
    return {
      id: `import-${digest.slice(0, 20)}`,
      of,
      grade: item.grade,
      state: 'EFFECTIVE',
      influenceObject: null,
      degree: null,
      reason: `目录登记导入：${this.request.fileName} ${sheet} 第 ${row} 行`,
      filedBy: this.request.viewer.account,
      filedAt: this.#at,
      current: true,
    };
  }

  async takeItems(batch: readonly ItemRow[]): Promise<void> {
    const { fields, gradings } = this.writing;
    const ids = new Map(batch.map((row) => [row, fieldIdOf(row.known.id, row.item.path)]));
    const idOf = (row: ItemRow) => ids.get(row) as FieldId;
    const done = await this.session(async (tx, log) => {
      const stored = await fields.findKnown(tx, [...ids.values()]);
      const byId = new Map(stored.map((field) => [field.id, field]));
      const before = (row: ItemRow) => byId.get(idOf(row)) ?? null;
      const faults = batch.flatMap((row) => refusalOf(row, before(row)) ?? []);
      const refused = new Set(faults.map(({ of }) => of));
      const rows = batch.filter((row) => !refused.has(row));
      const described = rows.map((row) =>
        describeItem(row.item, row.known.id, { ...row.known, field: before(row) }),
      );
      const { upserts } = fields.compare(described, stored);
      const filings = rows
        .filter((row) => before(row)?.grade !== row.item.grade)
        .map((row) => this.#grading(idOf(row), row));
      if (log && upserts.length + filings.length > 0) {
        await fields.apply(tx, log, upserts);
        await gradings.apply(
          tx,
          log,
          filings.map((row) => ({ row, before: null })),
        );
        const changed = new Set<string>([...upserts.map(({ id }) => id), ...filings.map(({ of }) => of)]);
        await refreshDatasets(
          tx,
          rows.filter((row) => changed.has(idOf(row))).map(({ known }) => known.id),
        );
      }
      return { faults, rows, upserts, filings };
    });
    for (const { fault } of done.faults) this.found.add(fault);
    tally(this.counts.fields, done.rows.length, done.upserts);
    this.counts.gradings.created += done.filings.length;
    this.counts.gradings.unchanged += done.rows.length - done.filings.length;
    const filed = new Set<string>(done.filings.map(({ of }) => of));
    const states = new Map(
      done.upserts.map(({ id, before }) => [id, before === null ? 'CREATED' : 'CHANGED'] as const),
    );
    for (const row of done.rows) {
      const state = states.get(idOf(row)) ?? (filed.has(idOf(row)) ? 'CHANGED' : 'UNCHANGED');
      if (state === 'UNCHANGED') continue;
      this.#touch(row.known.id, row.known.title);
      if (this.counts.samples.length >= MOST_SAMPLES) continue;
      const { sheet, item, dataset } = row;
      this.counts.samples.push({
        sheet,
        row: row.row,
        state,
        names: [dataset.name, item.path],
        about: item.title,
      });
    }
  }
}

/** Why a stored field refuses a row: an import cannot lower a grade, nor file one below the floor. */
function refusalOf(row: ItemRow, field: Field | null): { of: ItemRow; fault: Fault } | null {
  if (field === null) return null;
  const { item, place } = row;
  const personalInfo = item.personalInfo ?? field.personalInfo;
  const floor = gradeFloor({
    personalInfo,
    personalInfoKind: item.personalInfoKind ?? field.personalInfoKind,
  });
  if (gradeRank(item.grade) < gradeRank(field.grade))
    return { of: row, fault: faultOf('DOWNGRADE', { now: field.grade ?? '' }, place('grade')) };
  if (gradeRank(item.grade) < gradeRank(floor))
    return { of: row, fault: faultOf('BELOW_FLOOR', { floor: floor ?? '' }, place('grade')) };
  return null;
}

/**
 * Registers datasets, their fields and grades from a spreadsheet (domain §4). The same file again changes nothing
 * and logs nothing; grades only rise. Throws what the database throws; faults of the file are in the report.
 */
export async function importCatalogue(
  db: Db,
  writing: CatalogueWriting,
  request: RegistrationRequest,
): Promise<RegistrationReport> {
  const names = await readKnownNames(writing.names, request.viewer);
  const log = new FaultLog();
  const first = readCatalogue(request.bytes, names, log);
  let total = 0;
  const taken = ({ sheet, row }: Pick<CatalogueRow, 'sheet' | 'row'>) => !log.refuses(sheet, row);
  return runFile(db, 'CATALOGUE', request, {
    log,
    lastSequence: writing.lastSequence,
    async read() {
      for await (const _ of first.rows) {
        total += 1;
        if (total % ROWS === 0) request.onProgress?.({ phase: 'READING', rows: total, total: null });
      }
      return total;
    },
    async compare(session, phase) {
      const comparison = new Comparison(writing, session, request);
      const drafts = [...first.datasets.values()].filter(
        (draft) =>
          !draft.refused &&
          [...draft.rows].some(([sheet, rows]) => rows.some((row) => taken({ sheet, row }))),
      );
      for (let at = 0; at < drafts.length; at += ROWS)
        await comparison.takeDatasets(drafts.slice(at, at + ROWS));
      // The file is read again instead of being kept: memory does not grow with its rows.
      let seen = 0;
      let batch: ItemRow[] = [];
      // While the database works on some rows, the next ones are read.
      let under = Promise.resolve();
      const take = async () => {
        await under;
        under = comparison.takeItems(batch);
        under.catch(() => {}); // heard of at the next await
        batch = [];
        request.onProgress?.({ phase, rows: seen, total });
      };
      for await (const row of readCatalogue(request.bytes, names, new FaultLog()).rows) {
        seen += 1;
        const known = comparison.known.get(row.dataset.key);
        if (row.item !== null && known && taken(row)) batch.push({ ...row, item: row.item, known });
        if (batch.length === ROWS) await take();
      }
      await take();
      await under;
      return comparison;
    },
  });
}
