import { type Grade, gradeFloor, gradeRank, type PersonalInfo } from '../../model/index.js';
import { CATALOGUE_COLUMNS, type CatalogueKey } from './catalogue-columns.js';
import { checkConditions } from './check-conditions.js';
import type { Column } from './column.js';
import { type Fault, type FaultLog, faultOf } from './faults.js';
import type { CellValue, KnownNames } from './read-cell.js';
import { readTable, type TableRow } from './read-table.js';

type Row = TableRow<CatalogueKey>;
const COLUMNS: readonly Column<CatalogueKey>[] = CATALOGUE_COLUMNS;
const OF_DATASET = COLUMNS.filter(({ of }) => of === 'DATASET');
const OF_ITEM = COLUMNS.filter(({ of }) => of === 'ITEM');

/** What the rows of one dataset say of it together. */
export interface DatasetDraft {
  /** Its name key. */
  key: string;
  namespace: string;
  name: string;
  values: Partial<Record<CatalogueKey, CellValue>>;
  /** Where each value stood first. */
  places: Partial<Record<CatalogueKey, Partial<Fault>>>;
  /** Rows by sheet. */
  rows: Map<string, number[]>;
  first: Row;
  /** Rows of its items by path. */
  paths: Map<string, number>;
  items: number;
  /** Something about the dataset itself is wrong: none of its rows can be taken. */
  refused: boolean;
}

export interface Item {
  path: string;
  title: string;
  type: string;
  grade: Grade;
  /** Null in these: the file does not say. */
  description: string | null;
  personalInfo: PersonalInfo | null;
  personalInfoKind: string | null;
  ordinal: number | null;
  /** Place among the items of its dataset in the file, from 0. */
  position: number;
}

/** One row: its dataset, and the information item unless it speaks of the dataset only. */
export interface CatalogueRow {
  sheet: string;
  row: number;
  dataset: DatasetDraft;
  item: Item | null;
  place(key: CatalogueKey): Partial<Fault>;
}

const same = (a: CellValue, b: CellValue) =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

function draftOf(row: Row, datasets: Map<string, DatasetDraft>, log: FaultLog): DatasetDraft | null {
  const { namespace, name } = row.values;
  for (const key of ['namespace', 'name'] as const)
    if (row.values[key] === undefined && row.has(key) && !row.faulty.has(key))
      log.add(faultOf('REQUIRED', {}, row.place(key)));
  if (typeof namespace !== 'string' || typeof name !== 'string') return null;
  // Cells of names are in their kept form already.
  const key = `${namespace}\u001f${name}`;
  let draft = datasets.get(key);
  if (!draft) {
    draft = {
      key,
      namespace,
      name,
      values: {},
      places: {},
      rows: new Map(),
      first: row,
      paths: new Map(),
      items: 0,
      refused: false,
    };
    datasets.set(key, draft);
  }
  const rows = draft.rows.get(row.sheet) ?? [];
  draft.rows.set(row.sheet, rows);
  rows.push(row.row);
  return draft;
}

/** Takes what a row says of its dataset; rows may leave it out, but must not say another thing. */
function gather(row: Row, draft: DatasetDraft, log: FaultLog): void {
  for (const { key } of OF_DATASET) {
    if (row.faulty.has(key)) draft.refused = true;
    const value = row.values[key];
    if (value === undefined || key === 'namespace' || key === 'name') continue;
    const before = draft.values[key];
    if (before === undefined) {
      draft.values[key] = value;
      draft.places[key] = row.place(key);
    } else if (!same(before, value)) {
      log.add(faultOf('CONTRADICTS', { row: String(draft.places[key]?.row ?? '') }, row.place(key)));
    }
  }
}

function itemOf(row: Row, draft: DatasetDraft, log: FaultLog): Item | null {
  const { values, faulty } = row;
  const said = OF_ITEM.some(({ key }) => values[key] !== undefined || faulty.has(key));
  if (!said) return null;
  if (values.path === undefined && !faulty.has('path'))
    log.add(faultOf('FIELD_WITHOUT_NAME', {}, row.place('path')));
  for (const { key, required } of OF_ITEM)
    if (required && key !== 'path' && values[key] === undefined && row.has(key) && !faulty.has(key))
      log.add(faultOf('REQUIRED', {}, row.place(key)));
  const { path, itemTitle, type, grade } = values as Record<
    'path' | 'itemTitle' | 'type' | 'grade',
    string | undefined
  >;
  const personalInfo = (values.personalInfo ?? null) as PersonalInfo | null;
  const personalInfoKind = (values.personalInfoKind ?? null) as string | null;
  if ((personalInfo ?? 'NONE') === 'NONE' && personalInfoKind !== null && !faulty.has('personalInfo'))
    log.add(faultOf('NO_KIND', {}, row.place('personalInfoKind')));
  const floor = gradeFloor({ personalInfo: personalInfo ?? 'NONE', personalInfoKind });
  if (grade !== undefined && gradeRank(grade as Grade) < gradeRank(floor))
    log.add(faultOf('BELOW_FLOOR', { floor: floor ?? '' }, row.place('grade')));
  if (path === undefined || itemTitle === undefined || type === undefined || grade === undefined) return null;
  draft.items += 1;
  return {
    path,
    title: itemTitle,
    type: values.length === undefined || type.includes('(') ? type : `${type}(${values.length})`,
    description: (values.description ?? null) as string | null,
    grade: grade as Grade,
    personalInfo,
    personalInfoKind,
    ordinal: (values.ordinal ?? null) as number | null,
    position: draft.items - 1,
  };
}

/** What only the end of the file shows: required values that no row of a dataset gave, and what follows from that. */
function finish(datasets: Map<string, DatasetDraft>, log: FaultLog): void {
  for (const draft of datasets.values()) {
    for (const { key, required } of OF_DATASET) {
      if (!required || key === 'namespace' || key === 'name' || draft.values[key] !== undefined) continue;
      if (!draft.first.has(key) || draft.first.faulty.has(key)) continue;
      log.add(faultOf('REQUIRED', {}, draft.first.place(key)));
      draft.refused = true;
    }
    for (const fault of checkConditions(draft)) {
      log.add(fault);
      draft.refused = true;
    }
    if (!draft.refused) continue;
    for (const [sheet, rows] of draft.rows)
      for (const row of rows)
        if (!log.refuses(sheet, row))
          log.add(faultOf('DATASET_REFUSED', { name: draft.name }, { sheet, row }));
  }
}

/**
 * Reads a catalogue registration row by row. When the rows are over, `datasets` holds what they say of each dataset
 * by its name key, and the log every fault. Throws UnreadableFile.
 */
export function readCatalogue(
  bytes: Buffer,
  names: KnownNames,
  log: FaultLog,
): { rows: AsyncGenerator<CatalogueRow>; datasets: Map<string, DatasetDraft> } {
  const datasets = new Map<string, DatasetDraft>();
  async function* rows(): AsyncGenerator<CatalogueRow> {
    for await (const row of readTable(bytes, COLUMNS, names, log)) {
      const dataset = draftOf(row, datasets, log);
      if (dataset === null) continue;
      gather(row, dataset, log);
      const item = itemOf(row, dataset, log);
      if (item !== null) {
        const first = dataset.paths.get(item.path);
        if (first === undefined) dataset.paths.set(item.path, row.row);
        else log.add(faultOf('TWICE', { row: String(first) }, row.place('path')));
      }
      yield { sheet: row.sheet, row: row.row, dataset, item, place: row.place };
    }
    finish(datasets, log);
  }
  return { rows: rows(), datasets };
}
