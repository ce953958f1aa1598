import { z } from 'zod';
import {
  checkReferences,
  type Db,
  defineQuery,
  parseInput,
  type Reference,
  registerRows,
  type Tx,
  WriteRows,
  type WriteSummary,
  Written,
} from '../db/index.js';
import { InvalidInput } from '../errors.js';
import { Authorization, Code, FieldId } from '../model/index.js';
import { findByCodes } from './find-authorizations.js';

const write = defineQuery({ file: 'authorization/write', mode: 'write', params: WriteRows, row: Written });
const listExposed = defineQuery({
  file: 'authorization/list-exposed',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: z.object({ interface: Code, fields: z.array(FieldId) }),
});

function checkTerms(rows: readonly Authorization[]): void {
  const issues = rows.flatMap((row, i) => [
    ...(row.validFrom < row.validTo
      ? []
      : [{ path: `[${i}].validTo`, message: `must be after validFrom (${row.validFrom})` }]),
    ...(new Set(row.fields).size === row.fields.length
      ? []
      : [{ path: `[${i}].fields`, message: 'a field is given twice' }]),
  ]);
  if (issues.length > 0) throw new InvalidInput(issues);
}

/** An authorisation can only cover what its interface gives out. */
async function checkScope(tx: Tx, rows: readonly Authorization[]): Promise<void> {
  const found = await listExposed.run(tx, { codes: [...new Set(rows.map((row) => row.interface))] });
  const exposed = new Map(found.map((row) => [row.interface, new Set(row.fields)]));
  const issues = rows.flatMap((row, i) =>
    row.fields.flatMap((field, j) =>
      exposed.get(row.interface)?.has(field)
        ? []
        : [{ path: `[${i}].fields[${j}]`, message: `${row.interface} does not expose ${field}` }],
    ),
  );
  if (issues.length > 0) throw new InvalidInput(issues);
}

/**
 * Grants or updates authorisations by code; fields are a set. Throws InvalidInput: shape, unknown consumer,
 * interface or scene, an empty term, a field that the interface does not expose.
 */
export async function grantAuthorizations(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  const rows = parseInput(z.array(Authorization), input);
  checkTerms(rows);
  return registerRows(db, actor, {
    what: 'authorization',
    // Stored as relations, so in one order: a set given in another order is the same set.
    rows: rows.map((row) => ({ ...row, fields: row.fields.toSorted() })),
    keyName: 'code',
    keyOf: (row) => row.code,
    find: (tx, codes) => findByCodes.run(tx, { codes }),
    async check(tx) {
      await checkReferences(
        tx,
        rows.flatMap((row, i): Reference[] => [
          { kind: 'consumers', key: row.consumer, path: `[${i}].consumer` },
          { kind: 'interfaces', key: row.interface, path: `[${i}].interface` },
          { kind: 'useScenes', key: row.scene, path: `[${i}].scene` },
        ]),
      );
      await checkScope(tx, rows);
    },
    write: (tx, batch) =>
      write.run(tx, {
        rows: batch.map(({ code, consumer, interface: on, scene, fields, ...properties }) => ({
          code,
          consumer,
          interface: on,
          scene,
          fields,
          properties,
        })),
      }),
  });
}
