import { z } from 'zod';
import { type Db, defineQuery, parseInput } from '../db/index.js';
import { addDays, Code, cityDay, Day, type Viewer } from '../model/index.js';

const Row = z.object({
  code: Code.nullable(),
  day: Day,
  calls: z.number().int(),
  denied: z.number().int(),
  rows: z.number().int(),
});
/** Calls of one day in China. */
export type CallDay = Omit<z.infer<typeof Row>, 'code'>;

const list = defineQuery({
  file: 'interface/list-call-days',
  mode: 'read',
  params: z.object({ codes: z.array(Code).nullable(), since: Day }),
  row: Row,
});

export const CallSpan = z.number().int().min(1).max(366);

/** The last days up to today, the first first, without gaps. */
function filled(known: readonly CallDay[], days: number, today: Day): CallDay[] {
  const byDay = new Map(known.map((row) => [row.day, row]));
  return Array.from({ length: days }, (_, i) => {
    const day = addDays(today, i - days + 1);
    return byDay.get(day) ?? { day, calls: 0, denied: 0, rows: 0 };
  });
}

/** Calls of each interface on each of the last `days` days, today included. Throws InvalidInput. */
export async function listCallDays(
  db: Db,
  _viewer: Viewer,
  codes: readonly Code[],
  days: number,
  now: number = Date.now(),
): Promise<{ code: Code; days: CallDay[] }[]> {
  const span = parseInput(CallSpan, days, 'days');
  const today = cityDay(now);
  const rows = await list.run(db, { codes: [...codes], since: addDays(today, 1 - span) });
  return codes.map((code) => ({
    code,
    days: filled(
      rows.filter((row) => row.code === code).map(({ code: _, ...day }) => day),
      span,
      today,
    ),
  }));
}

/** Calls of all interfaces together on each of the last `days` days. Throws InvalidInput. */
export async function listAllCallDays(
  db: Db,
  _viewer: Viewer,
  days: number,
  now: number = Date.now(),
): Promise<CallDay[]> {
  const span = parseInput(CallSpan, days, 'days');
  const today = cityDay(now);
  const rows = await list.run(db, { codes: null, since: addDays(today, 1 - span) });
  return filled(
    rows.map(({ code: _, ...day }) => day),
    span,
    today,
  );
}
