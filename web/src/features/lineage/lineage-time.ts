import { chinaDay } from '@/lib/format/china-day';

/** The point in time that a picture is of, and the one that it is compared with. Days are ISO days in China. */
export interface LineageTime {
  /** What held at the end of this day; null = now. */
  day: string | null;
  /** What was known on that day, instead of what is known today. */
  asKnown: boolean;
  /** The day that it is compared with; null = not compared. */
  since: string | null;
}

export const TODAY: LineageTime = { day: null, asKnown: false, since: null };

/** Both time axes as the API takes them; null = now, by all that is known. */
export interface AsOf {
  valid: string;
  recorded?: string;
}

/** A day that the calendar has: 31 February is read as a day of March. */
function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Reads the days of an address; what is no day, or lies ahead, is as at the start. */
export function readTime(params: { get(name: string): string | null }, now = new Date()): LineageTime {
  const today = chinaDay(now);
  const past = (name: string) => {
    const text = params.get(name);
    return isDay(text) && text < today ? text : null;
  };
  const day = past('day');
  const since = past('since');
  return {
    day,
    asKnown: day !== null && params.get('known') === '1',
    since: since !== null && since < (day ?? today) ? since : null,
  };
}

export function writeTime(
  { day, asKnown, since }: LineageTime,
  set: (key: string, value: string | null) => void,
): void {
  set('day', day);
  set('known', day !== null && asKnown ? '1' : null);
  set('since', since);
}

/** The end of a day in China (UTC+8, no summer time), as the API is asked. */
export function asOfDay(day: string | null, asKnown: boolean): AsOf | null {
  if (day === null) return null;
  const valid = `${day}T23:59:59.999+08:00`;
  return asKnown ? { valid, recorded: valid } : { valid };
}

/** The point that the picture is of, and the one that it is compared with: both by the same knowledge. */
export function pointsOf({ day, asKnown, since }: LineageTime): { at: AsOf | null; since: AsOf | null } {
  return { at: asOfDay(day, asKnown), since: asOfDay(since, asKnown) };
}
