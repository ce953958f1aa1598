import { z } from 'zod';
import {
  checkReferences,
  type Db,
  defineQuery,
  parseInput,
  registerRows,
  type Tx,
  WriteRows,
  type WriteSummary,
  Written,
} from '../db/index.js';
import { InvalidInput } from '../errors.js';
import { Department, DepartmentKind, searchProperties } from '../model/index.js';
import { findByCodes } from './find-departments.js';
import { listAll } from './list-departments.js';

const merge = defineQuery({ file: 'department/merge', mode: 'write', params: WriteRows, row: Written });
const linkPartOf = defineQuery({
  file: 'department/link-part-of',
  mode: 'write',
  params: WriteRows,
  row: Written,
});

/** Refuses a department that would be a part of itself, over any number of steps. */
async function checkTree(tx: Tx, rows: readonly Department[]): Promise<void> {
  const parents = new Map<string, string | null>();
  for (const d of await listAll.run(tx, { kinds: DepartmentKind.options })) parents.set(d.code, d.partOf);
  for (const d of rows) parents.set(d.code, d.partOf);
  const issues = rows.flatMap((row, i) => {
    const passed = new Set([row.code as string]);
    for (let above = parents.get(row.code) ?? null; above !== null; above = parents.get(above) ?? null) {
      if (above === row.code)
        return [{ path: `[${i}].partOf`, message: `${row.code} would be a part of itself` }];
      if (passed.has(above)) break;
      passed.add(above);
    }
    return [];
  });
  if (issues.length > 0) throw new InvalidInput(issues);
}

/** Creates or updates at most 1,000 departments by code. Throws InvalidInput: shape, twins, unknown or circular `partOf`. */
export function registerDepartments(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  const rows = parseInput(z.array(Department).max(1000), input);
  const own = new Set(rows.map((d) => d.code));
  return registerRows(db, actor, {
    what: 'department',
    rows,
    keyName: 'code',
    keyOf: (d) => d.code,
    find: (tx, codes) => findByCodes.run(tx, { codes }),
    async check(tx) {
      const outside = rows.flatMap((d, i) =>
        d.partOf === null || own.has(d.partOf)
          ? []
          : [{ kind: 'departments' as const, key: d.partOf, path: `[${i}].partOf` }],
      );
      await checkReferences(tx, outside);
      await checkTree(tx, rows);
    },
    async write(tx, batch) {
      await merge.run(tx, {
        rows: batch.map(({ partOf: _, aliases, ...d }) => ({
          ...d,
          aliasesJson: JSON.stringify(aliases),
          ...searchProperties({
            title: d.name,
            names: [d.shortName, ...aliases.map((alias) => alias.name)],
            identifiers: [d.code],
          }),
        })),
      });
      await linkPartOf.run(tx, { rows: batch.map(({ code, partOf }) => ({ code, partOf })) });
    },
  });
}
