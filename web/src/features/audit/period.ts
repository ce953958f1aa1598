import { z } from 'zod';
import { addDays } from '@/lib/format/china-day';

/** Why a period cannot be asked about, and which of its two days is to blame. */
export type PeriodFault =
  | { why: 'unreadable' | 'noSuchDay'; day: 'from' | 'to' }
  | { why: 'order' | 'future'; day: 'from' | 'to' };

const Day = z.iso.date();
const WRITTEN = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/** A day as people write it (2026-11-4, 2026/11/04, 20261104, 2026年11月4日) as an ISO day, or why it is none. */
export function readDay(text: string): { day: string } | { why: 'unreadable' | 'noSuchDay' } {
  const parts = WRITTEN.exec(text.trim()) ?? DIGITS.exec(text.trim());
  if (!parts) return { why: 'unreadable' };
  const [, year = '', month = '', day = ''] = parts;
  const iso = Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return iso.success ? { day: iso.data } : { why: 'noSuchDay' };
}

/** Both days as ISO days, or the first fault; nothing was read on a day that has not come yet. */
export function readPeriod(
  from: string,
  to: string,
  today: string,
): { from: string; to: string; fault: null } | { fault: PeriodFault } {
  const first = readDay(from);
  if ('why' in first) return { fault: { why: first.why, day: 'from' } };
  const last = readDay(to);
  if ('why' in last) return { fault: { why: last.why, day: 'to' } };
  if (first.day > today) return { fault: { why: 'future', day: 'from' } };
  if (last.day < first.day) return { fault: { why: 'order', day: 'to' } };
  return { from: first.day, to: last.day, fault: null };
}

export const QUICK = ['today', 'week', 'days30', 'days90', 'month', 'lastMonth', 'year'] as const;
export type Quick = (typeof QUICK)[number];

/** The periods that people ask about most, both days counted. */
export function quickPeriods(today: string): Record<Quick, { from: string; to: string }> {
  const back = (days: number) => ({ from: addDays(today, -days), to: today });
  const [year = '', month = ''] = today.split('-');
  const monthStart = `${year}-${month}-01`;
  const lastMonthEnd = addDays(monthStart, -1);
  return {
    today: back(0),
    week: back(6),
    days30: back(29),
    days90: back(89),
    month: { from: monthStart, to: today },
    lastMonth: { from: `${lastMonthEnd.slice(0, 7)}-01`, to: lastMonthEnd },
    year: { from: `${year}-01-01`, to: today },
  };
}

/** Every calendar day from the first to the last. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = from; at <= to; at = addDays(at, 1)) days.push(at);
  return days;
}
