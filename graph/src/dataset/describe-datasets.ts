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
  Particulars,
  toUtc,
} from '../model/index.js';
import { findByNames } from './find-datasets.js';

/** A catalogue entry. Absent provider, library, source, particulars: as they are; null: none. */
export const DatasetDescription = DatasetMetadata.extend(DatasetName.shape).extend({
  provider: Code.nullish(),
  library: Code.nullish(),
  source: Code.nullish(),
  particulars: Particulars.nullish(),
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
    particulars: row.particulars === undefined ? (before?.particulars ?? null) : row.particulars,
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
  const { provider, library, source, particulars, ...metadata } = row;
  return {
    id,
    key: nameKey(names.namespace, names.name),
    ...names,
    created: isNew ? { ...names, createdAt: at, fieldCount: 0, gradeRank: 0, personalInfo: 'NONE' } : {},
    properties: {
      ...metadata,
      particularsJson: particulars === null ? null : JSON.stringify(particulars),
      updatedAt: at,
      ...datasetSearchProperties({ ...row, name: names.name }),
    },
    provider,
    library,
    source,
  };
}

/** A catalogue entry to write with what is stored now. */
export interface DatasetUpsert {
  id: DatasetId;
  names: DatasetName;
  after: Decided;
  before: Decided | null;
}

/** Ids of the rows in order, and those that differ from what is stored under their name keys. */
export function compareDatasets(
  rows: readonly DatasetDescription[],
  known: ReadonlyMap<string, Dataset>,
): { ids: DatasetId[]; upserts: DatasetUpsert[] } {
  const upserts: DatasetUpsert[] = [];
  const ids = rows.map((row) => {
    const dataset = known.get(nameKey(row.namespace, row.name)) ?? null;
    const id = dataset?.id ?? datasetIdOf(row.namespace, row.name);
    const after = decided(row, dataset);
    const before = dataset === null ? null : present(dataset);
    const { namespace, name } = dataset ?? row;
    if (before === null || !isDeepStrictEqual(before, after))
      upserts.push({ id, names: { namespace, name }, after, before });
    return id;
  });
  return { ids, upserts };
}

/** Writes and logs what {@link compareDatasets} found. */
export async function applyDatasets(
  tx: Tx,
  log: ChangeLog,
  upserts: readonly DatasetUpsert[],
): Promise<void> {
  const at = new Date().toISOString();
  const writes = upserts.map(({ id, names, after, before }) => toRow(id, names, after, before === null, at));
  await inBatches(writes, (batch) => writeDatasets.run(tx, { rows: batch }));
  for (const { id, names, after, before } of upserts)
    logUpsert(log, 'dataset', id, {
      row: { ...names, ...after },
      before: before && { ...names, ...before },
    });
}

/** Datasets by their name keys; unknown ones are left out. */
export async function findKnown(tx: Tx, keys: readonly string[]): Promise<Map<string, Dataset>> {
  const found = await inBatches(keys, (batch) => findByNames.run(tx, { keys: batch }));
  return new Map(found.map(({ key, dataset }) => [key, dataset]));
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
    const known = await findKnown(tx, rows.map(keyOf));
    const { ids, upserts } = compareDatasets(rows, known);
    await applyDatasets(tx, log, upserts);
    const created = upserts.filter(({ before }) => before === null).length;
    return {
      created,
      changed: upserts.length - created,
      unchanged: rows.length - upserts.length,
      ids,
    };
  });
}
