import { z } from 'zod';
import { UpdateFrequency } from './enums.js';

const HOUR = 1;
const DAY = 24 * HOUR;

/**
 * Hours after which data of a cycle are late: the cycle and a grace of half a cycle, at most one week.
 * Null: nothing is promised.
 */
const PROMISED_HOURS: Record<UpdateFrequency, number | null> = {
  REALTIME: HOUR,
  DAILY: DAY + 12 * HOUR,
  WEEKLY: 7 * DAY + 3.5 * DAY,
  TEN_DAYS: 10 * DAY + 5 * DAY,
  MONTHLY: 31 * DAY + 7 * DAY,
  QUARTERLY: 92 * DAY + 7 * DAY,
  HALF_YEARLY: 184 * DAY + 7 * DAY,
  YEARLY: 366 * DAY + 7 * DAY,
  IRREGULAR: null,
  NEVER: null,
};

export const FreshnessState = z.enum(['FRESH', 'LATE', 'UNKNOWN']);
export type FreshnessState = z.infer<typeof FreshnessState>;

export interface Freshness {
  state: FreshnessState;
  ageHours: number | null;
  promisedHours: number | null;
}

/** Promised update cycle against the age of the data at `now` (ms since 1970). */
export function freshnessOf(
  dataset: { updateFrequency: UpdateFrequency | null; dataUpdatedAt: string | null },
  now: number,
): Freshness {
  const promisedHours = dataset.updateFrequency === null ? null : PROMISED_HOURS[dataset.updateFrequency];
  // A clock ahead of ours does not make data younger than new.
  const ageHours =
    dataset.dataUpdatedAt === null
      ? null
      : Math.max(0, (now - Date.parse(dataset.dataUpdatedAt)) / 3_600_000);
  if (promisedHours === null || ageHours === null) return { state: 'UNKNOWN', ageHours, promisedHours };
  return { state: ageHours <= promisedHours ? 'FRESH' : 'LATE', ageHours, promisedHours };
}

/** By update cycle: data as old as this moment are still fresh at `now`; cycles that promise nothing are left out. */
export function freshSince(now: number): Record<string, string> {
  return Object.fromEntries(
    UpdateFrequency.options.flatMap((frequency) => {
      const hours = PROMISED_HOURS[frequency];
      return hours === null ? [] : [[frequency, new Date(now - hours * 3_600_000).toISOString()]];
    }),
  );
}
