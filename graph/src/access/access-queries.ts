import { z } from 'zod';
import { type Db, defineQuery, inBatches, parseInput, single } from '../db/index.js';
import { InvalidInput } from '../errors.js';
import { AccessRollup, Day, Grade, gradeRank } from '../model/index.js';

const codes = z.array(z.string());
const rollup = single('rollup', AccessRollup);

const listOfInterfaces = defineQuery({
  file: 'access/list-of-interfaces',
  mode: 'read',
  params: z.object({ codes, from: Day, to: Day }),
  row: rollup,
});
const listOfConsumer = defineQuery({
  file: 'access/list-of-consumer',
  mode: 'read',
  params: z.object({ code: z.string(), from: Day, to: Day }),
  row: rollup,
});
const findGrants = defineQuery({
  file: 'access/find-grants',
  mode: 'read',
  params: z.object({ codes }),
  row: z.object({ code: z.string(), validFrom: Day, validTo: Day, fields: z.array(z.string()) }),
});
const findExposed = defineQuery({
  file: 'access/find-exposed',
  mode: 'read',
  params: z.object({ codes }),
  row: z.object({ interface: z.string(), fields: z.array(z.string()) }),
});
const listGradeFilings = defineQuery({
  file: 'access/list-grade-filings',
  mode: 'read',
  params: z.object({ fields: z.array(z.string()) }),
  row: z.object({
    field: z.string(),
    grade: Grade.nullish().transform((v) => v ?? null),
    filings: z.array(z.object({ grade: Grade, filedAt: z.string() })),
  }),
});

/** A period of days in China, both counted. Throws InvalidInput. */
export function parsePeriod(from: string, to: string): { from: string; to: string } {
  const period = parseInput(z.object({ from: Day, to: Day }), { from, to });
  if (period.to < period.from) throw new InvalidInput([{ path: 'to', message: 'is before from' }]);
  return period;
}

export function rollupsOfInterfaces(
  db: Db,
  interfaces: readonly string[],
  period: { from: string; to: string },
): Promise<AccessRollup[]> {
  return inBatches(interfaces, (batch) => listOfInterfaces.run(db, { codes: batch, ...period }));
}

export function rollupsOfConsumer(
  db: Db,
  code: string,
  period: { from: string; to: string },
): Promise<AccessRollup[]> {
  return listOfConsumer.run(db, { code, ...period });
}

/** Days and covered fields of the authorisations that roll-ups name. */
export async function grantsOf(db: Db, rollups: readonly AccessRollup[]) {
  const wanted = [...new Set(rollups.map((row) => row.authorization))].filter((code) => code !== '');
  const rows = await inBatches(wanted, (batch) => findGrants.run(db, { codes: batch }));
  return new Map(rows.map((row) => [row.code, { ...row, fields: new Set(row.fields) }]));
}

/** Ids of the exposed fields by interface. */
export async function exposedFields(db: Db, interfaces: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await inBatches([...new Set(interfaces)], (batch) => findExposed.run(db, { codes: batch }));
  return new Map(rows.map((row) => [row.interface, row.fields]));
}

export interface GradeHistory {
  now(fields: readonly string[]): Grade | null;
  /** Highest grade in force at a moment. A field without filings has always had the grade that it has now. */
  at(fields: readonly string[], instant: string): Grade | null;
}

const highest = (grades: readonly (Grade | null)[]): Grade | null =>
  grades.reduce<Grade | null>((best, grade) => (gradeRank(grade) > gradeRank(best) ? grade : best), null);

/** Grades of fields now and by the filings that took effect. */
export async function gradeHistory(db: Db, fields: Iterable<string>): Promise<GradeHistory> {
  const rows = await inBatches([...new Set(fields)], (batch) => listGradeFilings.run(db, { fields: batch }));
  const byField = new Map(rows.map((row) => [row.field, row]));
  return {
    now: (ids) => highest(ids.map((id) => byField.get(id)?.grade ?? null)),
    at: (ids, instant) =>
      highest(
        ids.map((id) => {
          const row = byField.get(id);
          if (row === undefined || row.filings.length === 0) return row?.grade ?? null;
          const before = row.filings.filter((filing) => Date.parse(filing.filedAt) <= Date.parse(instant));
          return before.at(-1)?.grade ?? null;
        }),
      ),
  };
}
