import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import {
  checkReferences,
  checkRows,
  commit,
  type Db,
  defineQuery,
  inBatches,
  logUpsert,
  parseInput,
  refreshDatasets,
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

/**
 * Creates or updates fields by dataset and path, and brings the summaries of their datasets up to date. Returns
 * the id of each row in order. Throws InvalidInput: shape, twins, unknown dataset.
 */
export async function describeFields(
  db: Db,
  actor: string,
  input: unknown,
): Promise<WriteSummary & { ids: FieldId[] }> {
  const rows = parseInput(z.array(FieldDescription), input).map((row) => ({
    ...row,
    path: normalizeName(row.path),
  }));
  const ids = rows.map((row) => fieldIdOf(row.dataset, row.path));
  checkRows(rows, (row) => `${row.dataset} ${row.path}`, 'path');
  return commit(db, actor, async (tx, log) => {
    await checkReferences(
      tx,
      rows.map((row, i) => ({ kind: 'datasets', key: row.dataset, path: `[${i}].dataset` })),
    );
    const found = await inBatches(ids, (batch) => findByIds.run(tx, { ids: batch }));
    const known = new Map(found.map((field) => [field.id, FieldDescription.parse(field)]));
    const at = new Date().toISOString();
    const upserts = rows.flatMap((row, i) => {
      const id = ids[i] as FieldId;
      const before = known.get(id) ?? null;
      return before !== null && isDeepStrictEqual(before, row) ? [] : [{ id, row, before }];
    });
    await inBatches(upserts, (batch) =>
      writeFields.run(tx, {
        rows: batch.map(({ id, row, before }) => ({
          id,
          dataset: row.dataset,
          created: before === null ? { datasetId: row.dataset, createdAt: at, gradeRank: 0 } : {},
          properties: {
            ...withoutDataset(row),
            ...fieldSearchProperties(row),
          },
        })),
      }),
    );
    for (const { id, row, before } of upserts) logUpsert(log, 'field', id, { row, before });
    await refreshDatasets(
      tx,
      upserts.map(({ row }) => row.dataset),
    );
    const created = upserts.filter(({ before }) => before === null).length;
    return {
      created,
      changed: upserts.length - created,
      unchanged: rows.length - upserts.length,
      ids,
    };
  });
}
