import { DatasetLayer, gradeRank } from '../model/index.js';
import { countingOrder, positions, startsOf } from './csr.js';
import type { IndexData } from './data.js';
import { growable8, growable32 } from './growable.js';
import { compareIds, findId, idAt, idColumnBuilder, idTable } from './id-table.js';
import type { IndexRows } from './types.js';

type Row<K extends keyof IndexRows> = IndexRows[K] extends Iterable<infer R> ? R : never;
export type DatasetRow = Row<'datasets'>;
export type FieldRow = Row<'fields'>;
export type Catalogue = Pick<
  IndexData,
  | 'fields'
  | 'datasets'
  | 'fieldStart'
  | 'datasetOf'
  | 'gradeOf'
  | 'datasetGrade'
  | 'departments'
  | 'departmentOf'
  | 'libraries'
  | 'libraryOf'
  | 'layerOf'
>;

const NO_LAYER = DatasetLayer.options.length;

/** The layer of a dataset's code; null = none. */
export const layerAt = (code: number): DatasetLayer | null => DatasetLayer.options[code] ?? null;
const layerCode = (layer: DatasetLayer | null): number =>
  layer === null ? NO_LAYER : DatasetLayer.options.indexOf(layer);

function textCodes() {
  const index = new Map<string | null, number>();
  const values: (string | null)[] = [];
  return {
    values,
    code(text: string | null): number {
      let code = index.get(text);
      if (code === undefined) {
        code = values.length;
        values.push(text);
        index.set(text, code);
      }
      return code;
    },
  };
}

/**
 * Collects datasets and their fields and numbers them by id, so that the same catalogue always gets the same numbers
 * and the fields of a dataset lie side by side. Datasets must come before their fields.
 */
export function catalogueCollector() {
  const datasetRows = new Map<string, DatasetRow>();
  const fieldIds = idColumnBuilder('fd_');
  const fieldDataset = growable32();
  const fieldGrade = growable8();
  const arrival = new Map<string, number>();
  return {
    dataset(row: DatasetRow): void {
      if (datasetRows.has(row.id)) throw new Error(`id twice: ${row.id}`);
      arrival.set(row.id, arrival.size);
      datasetRows.set(row.id, row);
    },
    field(row: FieldRow): void {
      const dataset = arrival.get(row.dataset);
      if (dataset === undefined) throw new Error(`field ${row.id} names an unknown dataset: ${row.dataset}`);
      fieldIds.push(row.id);
      fieldDataset.push(dataset);
      fieldGrade.push(gradeRank(row.grade));
    },
    finish(): Catalogue {
      const rows = [...datasetRows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      const rank = new Uint32Array(rows.length);
      for (const [position, row] of rows.entries()) rank[arrival.get(row.id)!] = position;
      const unordered = fieldIds.finish();
      const datasetOfRow = fieldDataset.finish().map((arrived) => rank[arrived]!);
      const order = countingOrder(datasetOfRow, rows.length, positions(unordered.count));
      const fieldStart = startsOf(datasetOfRow, rows.length);
      for (let d = 0; d < rows.length; d++) {
        order.subarray(fieldStart[d]!, fieldStart[d + 1]!).sort((a, b) => compareIds(unordered, a, b));
      }
      const gradeOf = new Uint8Array(order.length);
      const datasetOf = new Uint32Array(order.length);
      for (let v = 0; v < order.length; v++) {
        datasetOf[v] = datasetOfRow[order[v]!]!;
        gradeOf[v] = fieldGrade.at(order[v]!);
      }
      return {
        ...datasetColumns(rows),
        fields: idTable(fieldIds.finish(order)),
        fieldStart,
        datasetOf,
        gradeOf,
        datasetGrade: datasetGrades(fieldStart, gradeOf),
      };
    },
  };
}

/** Datasets in the order of their ids, as columns. */
export function datasetColumns(
  rows: readonly DatasetRow[],
): Pick<Catalogue, 'datasets' | 'departments' | 'departmentOf' | 'libraries' | 'libraryOf' | 'layerOf'> {
  const ids = idColumnBuilder('ds_');
  for (const row of rows) ids.push(row.id);
  const departments = textCodes();
  const libraries = textCodes();
  return {
    datasets: idTable(ids.finish()),
    departments: departments.values,
    departmentOf: Uint32Array.from(rows, (row) => departments.code(row.department)),
    libraries: libraries.values,
    libraryOf: Uint32Array.from(rows, (row) => libraries.code(row.library)),
    layerOf: Uint8Array.from(rows, (row) => layerCode(row.layer)),
  };
}

/** Highest grade of each dataset's fields, as rank. */
export function datasetGrades(fieldStart: Uint32Array, gradeOf: Uint8Array): Uint8Array {
  const highest = new Uint8Array(fieldStart.length - 1);
  for (let d = 0; d < highest.length; d++) {
    for (let v = fieldStart[d]!; v < fieldStart[d + 1]!; v++) {
      if (gradeOf[v]! > highest[d]!) highest[d] = gradeOf[v]!;
    }
  }
  return highest;
}

/** Field position, or -1. */
export const fieldAt = (catalogue: Pick<Catalogue, 'fields'>, id: string): number =>
  findId(catalogue.fields, id);
/** Dataset position, or -1. */
export const datasetAt = (catalogue: Pick<Catalogue, 'datasets'>, id: string): number =>
  findId(catalogue.datasets, id);
export const fieldId = (catalogue: Pick<Catalogue, 'fields'>, field: number): string =>
  idAt(catalogue.fields.ids, field);
export const datasetId = (catalogue: Pick<Catalogue, 'datasets'>, dataset: number): string =>
  idAt(catalogue.datasets.ids, dataset);
