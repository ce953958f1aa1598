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
  refreshDatasets,
  type Tx,
  type WriteSummary,
} from '../db/index.js';
import { Conflict, InvalidInput } from '../errors.js';
import {
  DatasetId,
  FieldId,
  Grade,
  Grading,
  gradeFloor,
  gradeRank,
  PersonalInfo,
  toUtc,
} from '../model/index.js';
import { findByIds } from './list-gradings.js';

const findTargets = defineQuery({
  file: 'grading/find-targets',
  mode: 'read',
  params: z.object({ fields: z.array(FieldId) }),
  row: z.object({
    id: FieldId,
    dataset: DatasetId,
    personalInfo: PersonalInfo,
    personalInfoKind: z.string().nullable(),
  }),
});
const write = defineQuery({
  file: 'grading/write',
  mode: 'write',
  params: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        target: z.string(),
        current: z.boolean(),
        effective: z.boolean(),
        grade: Grade,
        rank: z.number().int(),
        properties: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  row: z.object({ written: z.number().int() }),
});

/** States in which a filing holds. */
const EFFECTIVE: readonly string[] = ['EFFECTIVE', 'CITY_REPORTED'];
const isField = (id: string) => id.startsWith('fd_');

/** A filing is history: only its state moves on. */
function checkHistory(rows: readonly Grading[], known: ReadonlyMap<string, Grading>): void {
  for (const row of rows) {
    const before = known.get(row.id);
    if (before === undefined) continue;
    const { state: _s, current: _c, ...was } = before;
    const { state: _t, current: _d, ...is } = row;
    if (!isDeepStrictEqual(was, is))
      throw new Conflict('grading', row.id, 'is already filed with other content');
  }
}

function checkOneCurrent(rows: readonly Grading[]): void {
  const current = new Map<string, number>();
  const issues = rows.flatMap((row, i) => {
    if (!row.current) return [];
    const first = current.get(row.of);
    if (first !== undefined) {
      return [{ path: `[${i}].current`, message: `${row.of} has another current filing in [${first}]` }];
    }
    current.set(row.of, i);
    return [];
  });
  if (issues.length > 0) throw new InvalidInput(issues);
}

/** Refuses fields below the floor of their content and returns the datasets whose summary may change. */
async function checkFloors(tx: Tx, rows: readonly Grading[]): Promise<DatasetId[]> {
  const fields = [...new Set(rows.map((row) => row.of).filter(isField))] as FieldId[];
  const targets = await inBatches(fields, (batch) => findTargets.run(tx, { fields: batch }));
  const floors = new Map(targets.map((target) => [target.id as string, gradeFloor(target)]));
  const issues = rows.flatMap((row, i) => {
    const floor = floors.get(row.of) ?? null;
    return gradeRank(row.grade) < gradeRank(floor)
      ? [{ path: `[${i}].grade`, message: `${row.grade} is below the floor ${floor} of the field's content` }]
      : [];
  });
  if (issues.length > 0) throw new InvalidInput(issues);
  const datasets = rows.map((row) => row.of).filter((id) => !isField(id)) as DatasetId[];
  return [...targets.map((target) => target.dataset), ...datasets];
}

/** A filing to write with what is stored under its id. */
export interface GradingUpsert {
  row: Grading;
  before: Grading | null;
}

/**
 * Writes and logs filings as a part of a larger transaction. The caller vouches that targets exist and floors hold,
 * and refreshes the summaries of their datasets.
 */
export async function applyGradings(
  tx: Tx,
  log: ChangeLog,
  upserts: readonly GradingUpsert[],
): Promise<void> {
  await inBatches(upserts, (batch) =>
    write.run(tx, {
      rows: batch.map(({ row: { of, ...properties } }) => ({
        id: properties.id,
        target: of,
        current: properties.current,
        effective: properties.current && EFFECTIVE.includes(properties.state),
        grade: properties.grade,
        rank: gradeRank(properties.grade),
        properties,
      })),
    }),
  );
  for (const upsert of upserts) logUpsert(log, 'grading', upsert.row.of, upsert);
}

/**
 * Files grades for fields and datasets; a current filing replaces the current one before, history stays. The
 * grade holds at once when its state is EFFECTIVE or CITY_REPORTED. Filing the same again changes nothing, also
 * after a newer one. Throws InvalidInput: shape, unknown target, below the floor (domain §3.2); Conflict: an id
 * that was filed with other content.
 */
export async function fileGradings(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  const rows = parseInput(z.array(Grading), input).map((row) => ({ ...row, filedAt: toUtc(row.filedAt) }));
  checkRows(rows, (row) => row.id, 'id');
  checkOneCurrent(rows);
  return commit(db, actor, async (tx, log) => {
    await checkReferences(
      tx,
      rows.map((row, i) => ({
        kind: isField(row.of) ? ('fields' as const) : ('datasets' as const),
        key: row.of,
        path: `[${i}].of`,
      })),
    );
    const datasets = await checkFloors(tx, rows);
    const found = await inBatches(rows, (batch) => findByIds.run(tx, { ids: batch.map((row) => row.id) }));
    const known = new Map(found.map((row) => [row.id, row]));
    checkHistory(rows, known);
    const upserts = rows
      .map((row) => ({ row, before: known.get(row.id) ?? null }))
      .filter(({ row, before }) => before === null || before.state !== row.state);
    await applyGradings(tx, log, upserts);
    if (upserts.length > 0) await refreshDatasets(tx, datasets);
    const created = upserts.filter(({ before }) => before === null).length;
    return { created, changed: upserts.length - created, unchanged: rows.length - upserts.length };
  });
}
