import { gradeRank } from '../model/index.js';
import {
  type Catalogue,
  type DatasetRow,
  datasetAt,
  datasetColumns,
  datasetGrades,
  datasetId,
  type FieldRow,
  fieldAt,
  layerAt,
} from './build-catalogue.js';
import { positions } from './csr.js';
import { runsOf } from './gather.js';
import { compareIds, gatherIds, idColumnBuilder, idTable } from './id-table.js';
import type { IndexDelta } from './types.js';

/** A catalogue with changes, and where its old vertices went. */
export interface CatalogueChange {
  catalogue: Catalogue;
  /** New number by old vertex; null = as before. */
  moved: Uint32Array | null;
}

/** Puts new and changed datasets and fields into a catalogue; the old one stays as it is. */
export function changeCatalogue(old: Catalogue, delta: IndexDelta): CatalogueChange {
  const datasetRows = [...(delta.datasets ?? [])];
  const fieldRows = [...(delta.fields ?? [])];
  if (datasetRows.length + fieldRows.length === 0) return { catalogue: old, moved: null };
  const { datasets, movedDataset } = mergeDatasets(old, datasetRows);
  const added = fieldRows.filter((row) => fieldAt(old, row.id) < 0);
  const fields = mergeFields(old, { datasets }, movedDataset, added);
  const catalogue: Catalogue = { ...datasets, ...fields.columns, datasetGrade: new Uint8Array(0) };
  for (const row of fieldRows) {
    const field = fieldAt(catalogue, row.id);
    const dataset = datasetAt(catalogue, row.dataset);
    if (dataset !== catalogue.datasetOf[field]) {
      throw new Error(`field ${row.id} moved to dataset ${row.dataset}: the index must be built anew`);
    }
    catalogue.gradeOf[field] = gradeRank(row.grade);
  }
  catalogue.datasetGrade = datasetGrades(catalogue.fieldStart, catalogue.gradeOf);
  const unmoved = added.length === 0 && catalogue.datasets.ids.count === old.datasets.ids.count;
  return {
    catalogue,
    moved: unmoved ? null : movedVertices(old, catalogue, fields.movedField, movedDataset),
  };
}

function movedVertices(
  old: Catalogue,
  catalogue: Catalogue,
  movedField: Uint32Array,
  movedDataset: Uint32Array,
): Uint32Array {
  const [fields, datasets] = [old.fields.ids.count, old.datasets.ids.count];
  const firstHub = catalogue.fields.ids.count;
  const moved = new Uint32Array(fields + 2 * datasets);
  moved.set(movedField);
  for (let d = 0; d < datasets; d++) {
    moved[fields + d] = firstHub + movedDataset[d]!;
    moved[fields + datasets + d] = firstHub + catalogue.datasets.ids.count + movedDataset[d]!;
  }
  return moved;
}

type DatasetPart = ReturnType<typeof datasetColumns>;

function mergeDatasets(
  old: Catalogue,
  rows: readonly DatasetRow[],
): { datasets: DatasetPart; movedDataset: Uint32Array } {
  const count = old.datasets.ids.count;
  const movedDataset = new Uint32Array(count);
  if (rows.length === 0) {
    for (let d = 0; d < count; d++) movedDataset[d] = d;
    const { datasets, departments, departmentOf, libraries, libraryOf, layerOf } = old;
    return { datasets: { datasets, departments, departmentOf, libraries, libraryOf, layerOf }, movedDataset };
  }
  const changed = new Map(rows.map((row) => [row.id, row]));
  if (changed.size < rows.length) throw new Error('a dataset comes twice in one delta');
  const all = Array.from({ length: count }, (_, d): DatasetRow => {
    const id = datasetId(old, d);
    const row = changed.get(id);
    return row ?? { id, ...groupsOf(old, d) };
  });
  const added = rows.filter((row) => datasetAt(old, row.id) < 0);
  if (added.length > 0) {
    all.push(...added);
    all.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  const datasets = datasetColumns(all);
  for (let d = 0; d < count; d++) movedDataset[d] = datasetAt(datasets, datasetId(old, d));
  return { datasets, movedDataset };
}

const groupsOf = (old: Catalogue, dataset: number): Omit<DatasetRow, 'id'> => ({
  department: old.departments[old.departmentOf[dataset]!]!,
  library: old.libraries[old.libraryOf[dataset]!]!,
  layer: layerAt(old.layerOf[dataset]!),
});

type FieldPart = Pick<Catalogue, 'fields' | 'fieldStart' | 'datasetOf' | 'gradeOf'>;

/** One pass over the datasets: their old fields and the added ones side by side, in the order of their ids. */
function mergeFields(
  old: Catalogue,
  { datasets }: { datasets: DatasetPart },
  movedDataset: Uint32Array,
  added: readonly FieldRow[],
): { columns: FieldPart; movedField: Uint32Array } {
  const oldCount = old.fields.ids.count;
  const count = oldCount + added.length;
  const ids = idColumnBuilder(old.fields.ids.prefix);
  const addedOf = new Map<number, number[]>();
  for (const [position, row] of added.entries()) {
    const dataset = datasetAt(datasets, row.dataset);
    if (dataset < 0) throw new Error(`field ${row.id} names an unknown dataset: ${row.dataset}`);
    ids.push(row.id);
    const others = addedOf.get(dataset);
    if (others === undefined) addedOf.set(dataset, [position + oldCount]);
    else others.push(position + oldCount);
  }
  const addedIds = ids.finish();
  const before = new Int32Array(datasets.datasets.ids.count).fill(-1);
  for (let d = 0; d < movedDataset.length; d++) before[movedDataset[d]!] = d;
  const order = new Uint32Array(count);
  const fieldStart = new Uint32Array(before.length + 1);
  const datasetOf = new Uint32Array(count);
  let next = 0;
  for (let dataset = 0; dataset < before.length; dataset++) {
    fieldStart[dataset] = next;
    const own = before[dataset]!;
    if (own >= 0) for (let v = old.fieldStart[own]!; v < old.fieldStart[own + 1]!; v++) order[next++] = v;
    const more = addedOf.get(dataset);
    if (more !== undefined) for (const position of more) order[next++] = position;
    datasetOf.fill(dataset, fieldStart[dataset], next);
  }
  fieldStart[before.length] = next;
  const unsorted = gatherIds(old.fields.ids, runsOf(order, oldCount), addedIds);
  for (const dataset of addedOf.keys()) {
    const [first, end] = [fieldStart[dataset]!, fieldStart[dataset + 1]!];
    const places = positions(end - first)
      .map((i) => first + i)
      .sort((a, b) => compareIds(unsorted, a, b));
    order.set(
      places.map((place) => order[place]!),
      first,
    );
  }
  const movedField = new Uint32Array(oldCount);
  const gradeOf = new Uint8Array(count);
  for (let v = 0; v < count; v++) {
    const position = order[v]!;
    if (position >= oldCount) continue;
    movedField[position] = v;
    gradeOf[v] = old.gradeOf[position]!;
  }
  const fields =
    added.length === 0 ? old.fields : idTable(gatherIds(old.fields.ids, runsOf(order, oldCount), addedIds));
  return { columns: { fields, fieldStart, datasetOf, gradeOf }, movedField };
}
