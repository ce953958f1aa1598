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
  type Reference,
  type Tx,
  WriteRows,
  type WriteSummary,
  Written,
} from '../db/index.js';
import { InvalidInput } from '../errors.js';
import {
  Code,
  type Dataset,
  type DatasetId,
  DatasetMetadata,
  DatasetName,
  datasetIdOf,
  datasetSearchProperties,
  nameKey,
  normalizeName,
  toUtc,
} from '../model/index.js';
import { findByNames } from './find-datasets.js';

/** A catalogue entry. Absent provider, library, source: as they are; null: none. */
export const DatasetDescription = DatasetMetadata.extend(DatasetName.shape).extend({
  provider: Code.nullish(),
  library: Code.nullish(),
  source: Code.nullish(),
});
export type DatasetDescription = z.infer<typeof DatasetDescription>;

const writeDatasets = defineQuery({ file: 'dataset/write', mode: 'write', params: WriteRows, row: Written });

/** What a description decides, in one order of keys, so that it can be compared with what is stored. */
function decided(row: DatasetDescription, before: Dataset | null) {
  return {
    ...DatasetMetadata.parse(row),
    dataUpdatedAt: row.dataUpdatedAt === null ? null : toUtc(row.dataUpdatedAt),
    provider: row.provider === undefined ? (before?.provider ?? null) : row.provider,
    library: row.library === undefined ? (before?.library ?? null) : row.library,
    source: row.source === undefined ? (before?.source ?? null) : row.source,
  };
}
type Decided = ReturnType<typeof decided>;

function present(before: Dataset): Decided {
  return decided(before, before);
}

async function checkRules(tx: Tx, rows: readonly DatasetDescription[]): Promise<void> {
  // Shanghai Data Regulation: what is not shared needs the law or policy that says so.
  const issues = rows.flatMap((row, i) =>
    row.sharingType === 'NOT_SHARED' && row.sharingBasis.trim() === ''
      ? [{ path: `[${i}].sharingBasis`, message: 'is required when the dataset is not shared' }]
      : [],
  );
  if (issues.length > 0) throw new InvalidInput(issues);
  const references = rows.flatMap((row, i): Reference[] => [
    { kind: 'departments', key: row.provider, path: `[${i}].provider` },
    { kind: 'libraries', key: row.library, path: `[${i}].library` },
    { kind: 'sourceSystems', key: row.source, path: `[${i}].source` },
  ]);
  await checkReferences(tx, references);
}

function toRow(id: DatasetId, names: DatasetName, row: Decided, isNew: boolean, at: string) {
  const { provider, library, source, ...metadata } = row;
  return {
    id,
    key: nameKey(names.namespace, names.name),
    ...names,
    created: isNew ? { ...names, createdAt: at, fieldCount: 0, gradeRank: 0, personalInfo: 'NONE' } : {},
    properties: {
      ...metadata,
      updatedAt: at,
      ...datasetSearchProperties({ ...row, name: names.name }),
    },
    provider,
    library,
    source,
  };
}

/**
 * Creates or updates catalogue entries. A dataset is found by any of its names; the entry replaces its metadata,
 * never its identity. Returns the id of each row in order. Throws InvalidInput: shape, twins (names that differ
 * only by form are one), unknown department, library or source, NOT_SHARED without a basis.
 */
export async function describeDatasets(
  db: Db,
  actor: string,
  input: unknown,
): Promise<WriteSummary & { ids: DatasetId[] }> {
  const rows = parseInput(z.array(DatasetDescription), input).map((row) => ({
    ...row,
    namespace: normalizeName(row.namespace),
    name: normalizeName(row.name),
  }));
  const keyOf = (row: DatasetName) => nameKey(row.namespace, row.name);
  checkRows(rows, keyOf, 'name');
  return commit(db, actor, async (tx, log) => {
    await checkRules(tx, rows);
    const found = await inBatches(rows.map(keyOf), (keys) => findByNames.run(tx, { keys }));
    const known = new Map(found.map(({ key, dataset }) => [key, dataset]));
    const at = new Date().toISOString();
    const ids: DatasetId[] = [];
    const writes: ReturnType<typeof toRow>[] = [];
    const summary = { created: 0, changed: 0, unchanged: 0 };
    for (const row of rows) {
      const dataset = known.get(keyOf(row)) ?? null;
      const id = dataset?.id ?? datasetIdOf(row.namespace, row.name);
      ids.push(id);
      const after = decided(row, dataset);
      const before = dataset === null ? null : present(dataset);
      if (before !== null && isDeepStrictEqual(before, after)) {
        summary.unchanged += 1;
        continue;
      }
      summary[before === null ? 'created' : 'changed'] += 1;
      const names = dataset ?? row;
      writes.push(toRow(id, { namespace: names.namespace, name: names.name }, after, dataset === null, at));
      logUpsert(log, 'dataset', id, {
        row: { namespace: names.namespace, name: names.name, ...after },
        before: dataset && before ? { namespace: dataset.namespace, name: dataset.name, ...before } : null,
      });
    }
    await inBatches(writes, (batch) => writeDatasets.run(tx, { rows: batch }));
    return { ...summary, ids };
  });
}
