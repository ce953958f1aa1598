import { createHash } from 'node:crypto';
import type { DatasetWriting } from '../dataset/index.js';
import { type Db, refreshDatasets } from '../db/index.js';
import type { FieldWriting } from '../field/index.js';
import type { GradingWriting } from '../grading/index.js';
import {
  type CatalogueRow,
  type DatasetDraft,
  FaultLog,
  faultOf,
  type Item,
  readCatalogue,
} from '../ingest/spreadsheet/index.js';
import {
  type Dataset,
  type DatasetId,
  type Field,
  type FieldId,
  fieldIdOf,
  type Grading,
  gradeFloor,
  gradeRank,
  nameKey,
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
const ROWS = 2_000;

export interface CatalogueWriting {
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
    const { within, write } = this.session;
    const keyOf = ({ namespace, name }: DatasetDraft) => nameKey(namespace, name);
    const stored = await within((tx) => datasets.findKnown(tx, drafts.map(keyOf)));
    const before = (draft: DatasetDraft): Dataset | null => stored.get(keyOf(draft)) ?? null;
    const rows = drafts.map((draft) => describeDraft(draft, before(draft)));
    const { ids, upserts } = datasets.compare(rows, stored);
    if (write) await datasets.apply(write.tx, write.log, upserts);
    tally(this.counts.datasets, rows.length, upserts);
    for (const [i, draft] of drafts.entries()) {
      const dataset = before(draft);
      const title = String(draft.values.title);
      this.known.set(keyOf(draft), {
        id: ids[i] as DatasetId,
        title,
        fieldCount: dataset?.fieldCount ?? 0,
        synthetic: dataset?.synthetic ?? false,
      });
    }
    for (const { id, after } of upserts) this.#touch(id, after.title);
  }

  /** Faults that only the stored field shows: an import cannot lower a grade, nor file one below the floor. */
  #refuses({ item, place }: ItemRow, field: Field | null): boolean {
    if (field === null) return false;
    const personalInfo = item.personalInfo ?? field.personalInfo;
    const floor = gradeFloor({
      personalInfo,
      personalInfoKind: item.personalInfoKind ?? field.personalInfoKind,
    });
    if (gradeRank(item.grade) < gradeRank(field.grade)) {
      this.found.add(faultOf('DOWNGRADE', { now: field.grade ?? '' }, place('grade')));
      return true;
    }
    if (gradeRank(item.grade) < gradeRank(floor)) {
      this.found.add(faultOf('BELOW_FLOOR', { floor: floor ?? '' }, place('grade')));
      return true;
    }
    return false;
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
    const { within, write } = this.session;
    const idOf = ({ known, item }: ItemRow) => fieldIdOf(known.id, item.path);
    const stored = await within((tx) => fields.findKnown(tx, batch.map(idOf)));
    const byId = new Map(stored.map((field) => [field.id, field]));
    const before = (row: ItemRow) => byId.get(idOf(row)) ?? null;
    const rows = batch.filter((row) => !this.#refuses(row, before(row)));
    const described = rows.map((row) =>
      describeItem(row.item, row.known.id, { ...row.known, field: before(row) }),
    );
    const { upserts } = fields.compare(described, stored);
    const filings = rows
      .filter((row) => before(row)?.grade !== row.item.grade)
      .map((row) => this.#grading(idOf(row), row));
    if (write) {
      await fields.apply(write.tx, write.log, upserts);
      if (filings.length > 0) await gradings.file(write.tx, write.log, filings);
    }
    tally(this.counts.fields, described.length, upserts);
    this.counts.gradings.created += filings.length;
    this.counts.gradings.unchanged += rows.length - filings.length;
    const states = new Map(
      upserts.map(({ id, before }) => [id, before === null ? 'CREATED' : 'CHANGED'] as const),
    );
    const filed = new Set(filings.map(({ of }) => of));
    for (const row of rows) {
      const id = idOf(row);
      const state = states.get(id) ?? (filed.has(id) ? 'CHANGED' : 'UNCHANGED');
      if (state !== 'UNCHANGED') this.#touch(row.known.id, row.known.title);
      if (this.counts.samples.length >= MOST_SAMPLES || state === 'UNCHANGED') continue;
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

  async finish(): Promise<void> {
    const { write } = this.session;
    if (write) await refreshDatasets(write.tx, this.#stale);
  }
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
  const keyOf = ({ namespace, name }: DatasetDraft) => nameKey(namespace, name);
  let total = 0;
  const taken = ({ sheet, row }: Pick<CatalogueRow, 'sheet' | 'row'>) => !log.refuses(sheet, row);
  return runFile(db, 'CATALOGUE', request, {
    log,
    async read() {
      for await (const _ of first.rows) {
        total += 1;
        if (total % ROWS === 0) request.onProgress?.({ phase: 'READING', rows: total, total: null });
      }
      return total;
    },
    async compare(session) {
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
      for await (const row of readCatalogue(request.bytes, names, new FaultLog()).rows) {
        seen += 1;
        const known = comparison.known.get(keyOf(row.dataset));
        if (row.item !== null && known && taken(row)) batch.push({ ...row, item: row.item, known });
        if (batch.length < ROWS) continue;
        await comparison.takeItems(batch);
        batch = [];
        request.onProgress?.({ phase: session.write ? 'WRITING' : 'COMPARING', rows: seen, total });
      }
      if (batch.length > 0) await comparison.takeItems(batch);
      await comparison.finish();
      return comparison;
    },
  });
}
