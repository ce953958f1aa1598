import { addDays, chinaDay } from '@/lib/format/china-day';

export const PERIODS = [7, 30, 90] as const;

export interface Period {
  days: number;
  from: string;
  to: string;
}

/** The last so many days in China, today included, as an address asks; 30 when it asks for no known period. */
export function readPeriod(asked: string | undefined, now: Date): Period {
  const days = PERIODS.find((period) => String(period) === asked) ?? 30;
  const to = chinaDay(now);
  return { days, from: addDays(to, 1 - days), to };
}
