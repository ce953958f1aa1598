import type { Day } from '@yuanliu/graph';
import chineseDays from 'chinese-days';

const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Ms since 1970 of 00:00 in Shanghai on the day that `at` falls on there. */
export function shanghaiMidnight(at: number): number {
  return Math.floor((at + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS;
}

/** The day in Shanghai, `YYYY-MM-DD`. */
export function shanghaiDay(at: number): Day {
  return new Date(at + SHANGHAI_MS).toISOString().slice(0, 10);
}

/** Working day of mainland China, adjusted days (调休) included. */
export function isWorkingDay(day: Day): boolean {
  return chineseDays.isWorkday(day);
}

/** `at` moved by whole days. */
export function addDays(at: number, days: number): number {
  return at + days * DAY_MS;
}

/** The moment as UTC text with milliseconds. */
export function instant(at: number): string {
  return new Date(at).toISOString();
}
