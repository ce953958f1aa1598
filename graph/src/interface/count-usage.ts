import { z } from 'zod';
import { type Db, defineQuery, parseInput } from '../db/index.js';
import { addDays, Code, cityDay, Day, Instant, type Viewer } from '../model/index.js';

const Usage = z.object({
  code: Code,
  calls: z.number().int(),
  denied: z.number().int(),
  rows: z.number().int(),
  lastAt: Instant.nullable(),
});
/** Calls of an interface since a day; `lastAt` is the last call at any time. */
export type InterfaceUsage = z.infer<typeof Usage>;

const countUsageOf = defineQuery({
  file: 'interface/count-usage',
  mode: 'read',
  params: z.object({ codes: z.array(Code), days: z.array(Day) }),
  row: Usage,
});

/** Usage over the last `days` days in China, today included, from the daily roll-ups. */
export function countUsage(
  db: Db,
  _viewer: Viewer,
  codes: readonly Code[],
  days: number,
  now: Date = new Date(),
): Promise<InterfaceUsage[]> {
  const span = parseInput(z.number().int().min(1).max(366), days, 'days');
  const today = cityDay(now.getTime());
  const counted = Array.from({ length: span }, (_, i) => addDays(today, i - span + 1));
  return countUsageOf.run(db, { codes: [...codes], days: counted });
}
