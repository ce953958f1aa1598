import { z } from 'zod';
import { type Db, defineQuery, parseInput } from '../db/index.js';
import { addDays, Code, cityDay, Day, type Viewer } from '../model/index.js';

const Row = z.object({
  day: Day,
  calls: z.number().int(),
  denied: z.number().int(),
  rows: z.number().int(),
});
/** Calls of one day in China. */
export type CallDay = z.infer<typeof Row>;

const listOf = defineQuery({
  file: 'interface/list-call-days',
  mode: 'read',
  params: z.object({ codes: z.array(Code), days: z.array(Day) }),
  row: Row.extend({ code: Code }),
});
const sumAll = defineQuery({
  file: 'interface/sum-call-days',
  mode: 'read',
  params: z.object({ since: Day }),
  row: Row,
});

export const CallSpan = z.number().int().min(1).max(366);

/** The last days up to today, the first first. */
function lastDays(days: number, now: number): Day[] {
  const span = parseInput(CallSpan, days, 'days');
  const today = cityDay(now);
  return Array.from({ length: span }, (_, i) => addDays(today, i - span + 1));
}

/** One row for each day: what is known, or no calls. */
function filled(days: readonly Day[], known: readonly CallDay[]): CallDay[] {
  const byDay = new Map(known.map((row) => [row.day, row]));
  return days.map((day) => byDay.get(day) ?? { day, calls: 0, denied: 0, rows: 0 });
}

/** Calls of each interface on each of the last `days` days, today included. Throws InvalidInput. */
export async function listCallDays(
  db: Db,
  _viewer: Viewer,
  codes: readonly Code[],
  days: number,
  now: number = Date.now(),
): Promise<{ code: Code; days: CallDay[] }[]> {
  const asked = lastDays(days, now);
  const known = new Map<Code, CallDay[]>(codes.map((code) => [code, []]));
  for (const { code, ...row } of await listOf.run(db, { codes: [...codes], days: asked }))
    known.get(code)?.push(row);
  return codes.map((code) => ({ code, days: filled(asked, known.get(code) ?? []) }));
}

/** Calls of all interfaces together on each of the last `days` days. Throws InvalidInput. */
export async function listAllCallDays(
  db: Db,
  _viewer: Viewer,
  days: number,
  now: number = Date.now(),
): Promise<CallDay[]> {
  const asked = lastDays(days, now);
  return filled(asked, await sumAll.run(db, { since: asked[0] as Day }));
}
