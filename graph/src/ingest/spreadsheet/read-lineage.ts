import { type EdgeKind, type EdgeSubtype, type MaskingMethod, nameKey } from '../../model/index.js';
import type { Column } from './column.js';
import { type Fault, type FaultLog, faultOf } from './faults.js';
import { LINEAGE_COLUMNS, type LineageKey } from './lineage-columns.js';
import { readTable } from './read-table.js';

const COLUMNS: readonly Column<LineageKey>[] = LINEAGE_COLUMNS;
const DIRECT: readonly string[] = ['IDENTITY', 'TRANSFORMATION', 'AGGREGATION'];
const NO_NAMES = { department: new Map(), library: new Map(), source: new Map() };

export interface FlowEnd {
  namespace: string;
  dataset: string;
  /** Null: the whole dataset. */
  field: string | null;
}

/** One row of a lineage file. */
export interface Flow {
  sheet: string;
  row: number;
  from: FlowEnd;
  to: FlowEnd;
  kind: EdgeKind;
  subtype: EdgeSubtype;
  masking: MaskingMethod | null;
  backflow: boolean;
  /** `YYYY-MM-DD`; null when the file does not say. */
  validFrom: string | null;
  evidence: string;
  place(key: LineageKey): Partial<Fault>;
}

/** Reads a lineage file row by row; faulty rows are told in the log and left out. Throws UnreadableFile. */
export async function* readLineage(bytes: Buffer, log: FaultLog): AsyncGenerator<Flow> {
  const seen = new Map<string, number>();
  for await (const { sheet, row, values, faulty, place, has } of readTable(bytes, COLUMNS, NO_NAMES, log)) {
    for (const { key, required } of COLUMNS)
      if (required && values[key] === undefined && has(key) && !faulty.has(key))
        log.add(faultOf('REQUIRED', {}, place(key)));
    const said = values as Record<LineageKey, string | undefined>;
    const { subtype, fromNamespace, fromDataset, toNamespace, toDataset, evidence } = said;
    const kind = said.kind ?? (subtype !== undefined && !DIRECT.includes(subtype) ? 'INDIRECT' : 'DIRECT');
    if (subtype !== undefined && DIRECT.includes(subtype) !== (kind === 'DIRECT'))
      log.add(faultOf('SUBTYPE_OF_KIND', {}, place('kind')));
    const whole = [fromNamespace, fromDataset, toNamespace, toDataset, evidence, subtype].every(
      (part) => part !== undefined,
    );
    if (!whole || log.refuses(sheet, row)) continue;
    const flow: Flow = {
      sheet,
      row,
      from: {
        namespace: fromNamespace as string,
        dataset: fromDataset as string,
        field: said.fromField ?? null,
      },
      to: { namespace: toNamespace as string, dataset: toDataset as string, field: said.toField ?? null },
      kind: kind as EdgeKind,
      subtype: subtype as EdgeSubtype,
      masking: (said.masking ?? null) as MaskingMethod | null,
      backflow: said.backflow === 'YES',
      validFrom: said.validFrom ?? null,
      evidence: evidence as string,
      place,
    };
    const key = nameKey(
      ...[flow.from, flow.to].flatMap((end) => [end.namespace, end.dataset, end.field ?? '']),
      flow.kind,
      flow.subtype,
      flow.masking ?? '',
    );
    const first = seen.get(key);
    if (first !== undefined) {
      log.add(faultOf('TWICE', { row: String(first) }, place('fromDataset')));
      continue;
    }
    seen.set(key, row);
    yield flow;
  }
}
