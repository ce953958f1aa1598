import type { DatasetWriting } from '../dataset/index.js';
import { applyEdges, type Db, type EdgeStatement, planEdges } from '../db/index.js';
import type { FieldWriting } from '../field/index.js';
import {
  type Fault,
  FaultLog,
  type Flow,
  type FlowEnd,
  faultOf,
  readLineage,
} from '../ingest/spreadsheet/index.js';
import {
  type Dataset,
  type DatasetId,
  edgeIdOf,
  type FieldId,
  fieldIdOf,
  isReversible,
  type LineageEdge,
  nameKey,
} from '../model/index.js';
import { MOST_SAMPLES, MOST_TOUCHED, type RegistrationReport, type RegistrationRequest } from './report.js';
import { type Compared, noCounts, runFile, type Session } from './run-file.js';

/** Flows that are compared and written together. */
const ROWS = 2_000;
/** Between what the file says as evidence and where in which file it stood. */
const PLACE = '\n—— ';

export interface LineageWriting {
  lastSequence(): Promise<number>;
  datasets: Pick<DatasetWriting, 'findKnown'>;
  fields: Pick<FieldWriting, 'findKnown'>;
}

const evidenceOf = (note: string | null): string => note?.split(PLACE, 1)[0] ?? '';
const keyOf = (end: FlowEnd): string => nameKey(end.namespace, end.dataset);

/** The file may be renamed or sorted: the same evidence is the same statement. A day that is not said stays as it is. */
const sameStatement =
  (undated: ReadonlySet<EdgeStatement>) =>
  (current: LineageEdge, statement: EdgeStatement): boolean =>
    current.backflow === statement.backflow &&
    current.reversible === statement.reversible &&
    (undated.has(statement) || current.validFrom === statement.validFrom) &&
    evidenceOf(current.evidence.note) === evidenceOf(statement.evidence.note);

/** The thing at an end of a flow; null, and a fault, when the catalogue does not have it. */
function endOf(
  flow: Flow,
  side: 'from' | 'to',
  known: { datasets: ReadonlyMap<string, Dataset>; fields: ReadonlySet<FieldId> },
  faults: Fault[],
): FieldId | DatasetId | null {
  const end = flow[side];
  const dataset = known.datasets.get(keyOf(end));
  if (!dataset) {
    faults.push(faultOf('UNKNOWN_DATASET', {}, flow.place(`${side}Dataset`)));
    return null;
  }
  if (end.field === null) return dataset.id;
  const id = fieldIdOf(dataset.id, end.field);
  if (known.fields.has(id)) return id;
  faults.push(faultOf('UNKNOWN_FIELD', {}, flow.place(`${side}Field`)));
  return null;
}

class LineageComparison implements Compared {
  readonly found = new FaultLog();
  readonly counts = noCounts();
  readonly #at = new Date().toISOString();
  readonly #given = new Map<string, number>();
  readonly #touched = new Set<DatasetId>();

  constructor(
    private readonly writing: LineageWriting,
    private readonly session: Session,
    private readonly fileName: string,
  ) {}

  #statement(flow: Flow, from: FieldId | DatasetId, to: FieldId | DatasetId): EdgeStatement {
    const { kind, subtype, masking, backflow, validFrom, evidence, sheet, row } = flow;
    return {
      from,
      to,
      kind,
      subtype,
      masking,
      reversible: masking !== null && isReversible(masking),
      backflow,
      origin: 'IMPORTED',
      job: null,
      evidence: {
        run: null,
        sqlHash: null,
        sqlSpan: null,
        note: `${evidence}${PLACE}${this.fileName} ${sheet} ${row}`,
      },
      validFrom: validFrom === null ? this.#at : new Date(`${validFrom}T00:00:00+08:00`).toISOString(),
    };
  }

  async take(flows: readonly Flow[]): Promise<void> {
    const ends = flows.flatMap(({ from, to }) => [from, to]);
    const done = await this.session(async (tx, log) => {
      const datasets = await this.writing.datasets.findKnown(tx, [...new Set(ends.map(keyOf))]);
      const ids = ends.flatMap((end) => {
        const dataset = datasets.get(keyOf(end));
        return dataset && end.field !== null ? [fieldIdOf(dataset.id, end.field)] : [];
      });
      const stored = await this.writing.fields.findKnown(tx, [...new Set(ids)]);
      const known = { datasets, fields: new Set(stored.map(({ id }) => id)) };
      const faults: Fault[] = [];
      const undated = new Set<EdgeStatement>();
      const given = new Map<string, number>();
      const rows: { flow: Flow; statement: EdgeStatement; key: string }[] = [];
      for (const flow of flows) {
        const from = endOf(flow, 'from', known, faults);
        const to = endOf(flow, 'to', known, faults);
        if (from === null || to === null) continue;
        const statement = this.#statement(flow, from, to);
        // Two names of one dataset: only the catalogue shows that two rows say the same.
        const key = edgeIdOf(statement);
        const first = this.#given.get(key) ?? given.get(key);
        if (first !== undefined) {
          faults.push(faultOf('TWICE', { row: String(first) }, flow.place('fromDataset')));
          continue;
        }
        given.set(key, flow.row);
        if (flow.validFrom === null) undated.add(statement);
        rows.push({ flow, statement, key });
      }
      const statements = rows.map(({ statement }) => statement);
      const plan = await planEdges(tx, statements, this.#at, sameStatement(undated));
      if (log) await applyEdges(tx, log, plan, this.#at);
      return { faults, rows, plan, datasets };
    });
    for (const fault of done.faults) this.found.add(fault);
    for (const { key, flow } of done.rows) this.#given.set(key, flow.row);
    this.#count(done.rows, done.plan, done.datasets);
  }

  #count(
    rows: readonly { flow: Flow; statement: EdgeStatement }[],
    { made, ended, result }: { made: LineageEdge[]; ended: LineageEdge[]; result: LineageEdge[] },
    datasets: ReadonlyMap<string, Dataset>,
  ): void {
    const { edges, samples, touched } = this.counts;
    edges.created += made.length - ended.length;
    edges.changed += ended.length;
    edges.unchanged += rows.length - made.length;
    const isMade = new Set(made.map(({ id }) => id));
    const replaced = new Set(ended.map((edge) => `${edgeIdOf(edge)}`));
    for (const [i, { flow, statement }] of rows.entries()) {
      const edge = result[i];
      if (!edge || !isMade.has(edge.id)) continue;
      for (const end of [flow.from, flow.to]) {
        const dataset = datasets.get(keyOf(end));
        if (!dataset || this.#touched.has(dataset.id)) continue;
        this.#touched.add(dataset.id);
        if (touched.length < MOST_TOUCHED) touched.push({ id: dataset.id, title: dataset.title });
      }
      if (samples.length >= MOST_SAMPLES) continue;
      const nameOf = (end: FlowEnd) => (end.field === null ? end.dataset : `${end.dataset}.${end.field}`);
      samples.push({
        sheet: flow.sheet,
        row: flow.row,
        state: replaced.has(edgeIdOf(statement)) ? 'CHANGED' : 'CREATED',
        names: [nameOf(flow.from), nameOf(flow.to)],
        about: flow.masking === null ? flow.subtype : `${flow.subtype} ${flow.masking}`,
      });
    }
  }
}

/**
 * Records flows from a spreadsheet with origin IMPORTED and file and row as evidence: what events and people say is
 * never touched, it stands beside. The same file again changes nothing. Faults of the file are in the report.
 */
export async function importLineage(
  db: Db,
  writing: LineageWriting,
  request: RegistrationRequest,
): Promise<RegistrationReport> {
  const { bytes, fileName, onProgress } = request;
  const log = new FaultLog();
  let total = 0;
  return runFile(db, 'LINEAGE', request, {
    log,
    lastSequence: writing.lastSequence,
    async read() {
      for await (const _ of readLineage(bytes, log)) {
        total += 1;
        if (total % ROWS === 0) onProgress?.({ phase: 'READING', rows: total, total: null });
      }
      return total + log.refusedRows;
    },
    async compare(session, phase) {
      const comparison = new LineageComparison(writing, session, fileName);
      let seen = 0;
      let batch: Flow[] = [];
      for await (const flow of readLineage(bytes, new FaultLog())) {
        seen += 1;
        batch.push(flow);
        if (batch.length < ROWS) continue;
        await comparison.take(batch);
        batch = [];
        onProgress?.({ phase, rows: seen, total });
      }
      if (batch.length > 0) await comparison.take(batch);
      return comparison;
    },
  });
}
