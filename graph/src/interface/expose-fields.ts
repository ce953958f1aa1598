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
  type WriteSummary,
} from '../db/index.js';
import { InvalidInput } from '../errors.js';
import { Code, Exposure, type FieldId, type Viewer } from '../model/index.js';

const listByInterfaces = defineQuery({
  file: 'interface/list-exposures',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: Exposure,
});
const write = defineQuery({
  file: 'interface/expose',
  mode: 'write',
  params: z.object({ rows: z.array(Exposure) }),
  row: z.object({ written: z.number().int() }),
});

/** What the interfaces give out, by interface and alias. */
export function listExposures(db: Db, _viewer: Viewer, codes: readonly Code[]): Promise<Exposure[]> {
  return listByInterfaces.run(db, { codes: [...codes] });
}

/** Two fields must not have one name outside. */
function checkAliases(rows: readonly Exposure[], known: readonly Exposure[]): void {
  const taken = new Map<string, FieldId>();
  const asked = new Set(rows.map((row) => `${row.interface} ${row.field}`));
  for (const row of known) {
    if (!asked.has(`${row.interface} ${row.field}`)) taken.set(`${row.interface} ${row.alias}`, row.field);
  }
  const issues = rows.flatMap((row, i) => {
    const key = `${row.interface} ${row.alias}`;
    if (taken.has(key))
      return [{ path: `[${i}].alias`, message: `${row.alias} is already a name of another field` }];
    taken.set(key, row.field);
    return [];
  });
  if (issues.length > 0) throw new InvalidInput(issues);
}

/**
 * Lets interfaces give out fields under an alias with a masking policy; what was exposed before stays. Throws
 * InvalidInput: shape, unknown interface or field, a name that two fields of an interface would share.
 */
export async function exposeFields(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  const rows = parseInput(z.array(Exposure), input);
  const keyOf = (row: Exposure) => `${row.interface} ${row.field}`;
  checkRows(rows, keyOf, 'field');
  return commit(db, actor, async (tx, log) => {
    await checkReferences(
      tx,
      rows.flatMap((row, i): Reference[] => [
        { kind: 'interfaces', key: row.interface, path: `[${i}].interface` },
        { kind: 'fields', key: row.field, path: `[${i}].field` },
      ]),
    );
    const known = await listByInterfaces.run(tx, { codes: [...new Set(rows.map((row) => row.interface))] });
    checkAliases(rows, known);
    const before = new Map(known.map((row) => [keyOf(row), row]));
    const upserts = rows
      .map((row) => ({ row, before: before.get(keyOf(row)) ?? null }))
      .filter((upsert) => !isDeepStrictEqual(upsert.row, upsert.before));
    await inBatches(upserts, (batch) => write.run(tx, { rows: batch.map(({ row }) => row) }));
    for (const upsert of upserts) logUpsert(log, 'exposure', keyOf(upsert.row), upsert);
    const created = upserts.filter((upsert) => upsert.before === null).length;
    return { created, changed: upserts.length - created, unchanged: rows.length - upserts.length };
  });
}
