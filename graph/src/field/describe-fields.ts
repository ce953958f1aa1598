import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import {
  type ChangeLog,
  checkReferences,
  checkRows,
  commit,
  type Db,
  defineQuery,
  inBatches,
  logUpsert,
  parseInput,
  type Reference,
  ROWS_IN_TRANSACTION,
  refreshDatasets,
  type Tx,
  WriteRows,
  type WriteSummary,
  Written,
} from '../db/index.js';
import { Field, type FieldId, fieldIdOf, fieldSearchProperties, normalizeName } from '../model/index.js';
import { findByIds } from './find-fields.js';

/** What people say of a field; its grade is filed through `grading`. */
export const FieldDescription = Field.pick({
  dataset: true,
  path: true,
  title: true,
  description: true,
  type: true,
  ordinal: true,
  personalInfo: true,
  personalInfoKind: true,
  synthetic: true,
});
export type FieldDescription = z.infer<typeof FieldDescription>;

const writeFields = defineQuery({ file: 'field/write', mode: 'write', params: WriteRows, row: Written });

function withoutDataset({ dataset: _, ...properties }: FieldDescription) {
  return properties;
}

type Described = WriteSummary & { ids: FieldId[] };

const mentions = (rows: readonly FieldDescription[], offset: number): Reference[] =>
  rows.map((row, i) => ({ kind: 'datasets', key: row.dataset, path: `[${offset + i}].dataset` }));

/** A field to write with what is stored now. */
export interface FieldUpsert {
  id: FieldId;
  row: FieldDescription;
  before: FieldDescription | null;
}

/** Ids of the rows in order, and those that differ from the stored fields. */
export function compareFields(
  rows: readonly FieldDescription[],
  stored: readonly Field[],
): { ids: FieldId[]; upserts: FieldUpsert[] } {
  const known = new Map(stored.map((field) => [field.id, FieldDescription.parse(field)]));
  const ids = rows.map((row) => fieldIdOf(row.dataset, row.path));
  const upserts = rows.flatMap((row, i) => {
    const id = ids[i] as FieldId;
    const before = known.get(id) ?? null;
    return before !== null && isDeepStrictEqual(before, row) ? [] : [{ id, row, before }];
  });
  return { ids, upserts };
}

/** Fields by id; unknown ones are left out. */
export const findKnown = (tx: Tx, ids: readonly FieldId[]): Promise<Field[]> =>
  inBatches(ids, (batch) => findByIds.run(tx, { ids: batch }));

/** Writes and logs what {@link compareFields} found; the caller refreshes the summaries of the datasets. */
export async function applyFields(tx: Tx, log: ChangeLog, upserts: readonly FieldUpsert[]): Promise<void> {
  const at = new Date().toISOString();
  await inBatches(upserts, (batch) =>
    writeFields.run(tx, {
      rows: batch.map(({ id, row, before }) => ({
        id,
        dataset: row.dataset,
        created: before === null ? { datasetId: row.dataset, createdAt: at, gradeRank: 0 } : {},
        properties: { ...withoutDataset(row), ...fieldSearchProperties(row) },
      })),
    }),
  );
  for (const { id, row, before } of upserts) logUpsert(log, 'field', id, { row, before });
}

async function describeChunk(
  tx: Tx,
  log: ChangeLog,
  rows: readonly FieldDescription[],
  offset: number,
): Promise<Described> {
  await checkReferences(tx, mentions(rows, offset));
  const stored = await findKnown(
    tx,
    rows.map((row) => fieldIdOf(row.dataset, row.path)),
  );
  const { ids, upserts } = compareFields(rows, stored);
  await applyFields(tx, log, upserts);
  await refreshDatasets(
    tx,
    upserts.map(({ row }) => row.dataset),
  );
  const created = upserts.filter(({ before }) => before === null).length;
  return { created, changed: upserts.length - created, unchanged: rows.length - upserts.length, ids };
}

/**
 * Creates or updates fields by dataset and path, and brings the summaries of their datasets up to date. Returns
 * the id of each row in order. All rows are checked first; more than 10,000 are then written in several
 * transactions, and the same call again completes what a crash cut off. Throws InvalidInput: shape, twins,
 * unknown dataset.
 */
export async function describeFields(db: Db, actor: string, input: unknown): Promise<Described> {
  const rows = parseInput(z.array(FieldDescription), input).map((row) => ({
    ...row,
    path: normalizeName(row.path),
  }));
  checkRows(rows, (row) => `${row.dataset} ${row.path}`, 'path', Number.POSITIVE_INFINITY);
  if (rows.length > ROWS_IN_TRANSACTION) await db.read((tx) => checkReferences(tx, mentions(rows, 0)));
  const total: Described = { created: 0, changed: 0, unchanged: 0, ids: [] };
  for (let offset = 0; offset < rows.length; offset += ROWS_IN_TRANSACTION) {
    const chunk = rows.slice(offset, offset + ROWS_IN_TRANSACTION);
    const done = await commit(db, actor, (tx, log) => describeChunk(tx, log, chunk, offset));
    total.created += done.created;
    total.changed += done.changed;
    total.unchanged += done.unchanged;
    total.ids = total.ids.concat(done.ids);
  }
  return total;
}
