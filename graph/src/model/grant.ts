import { cityDay } from './city-day.js';
import type { Authorization } from './consumer.js';
import { type Grade, gradeRank } from './enums.js';

/** Days before its end from which an authorisation counts as expiring; ours, no standard sets one (domain §9.1). */
export const EXPIRING_WITHIN_DAYS = 30;

/** Days without a call from which an interface counts as idle: the first level of domain §9.1. */
export const IDLE_AFTER_DAYS = 30;

/** States in which an authorisation holds no more, whatever its days. */
export const ENDED: readonly Authorization['state'][] = ['EXPIRED', 'SUSPENDED', 'REVOKED'];

/** Holds on `day` (YYYY-MM-DD): inside `[validFrom, validTo)` and not expired, suspended or revoked. */
export function holdsOn(
  { state, validFrom, validTo }: Pick<Authorization, 'state' | 'validFrom' | 'validTo'>,
  day: string,
): boolean {
  return !ENDED.includes(state) && validFrom <= day && day < validTo;
}

/** Days (YYYY-MM-DD) between two days; negative when `to` is before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Holds on a day and ends within some days of it. */
export function isExpiring(
  grant: Pick<Authorization, 'state' | 'validFrom' | 'validTo'>,
  day: string,
  within: number = EXPIRING_WITHIN_DAYS,
): boolean {
  return holdsOn(grant, day) && daysBetween(day, grant.validTo) <= within;
}

/** The interface gives out a higher grade now than was approved (model §4); whether it holds is another question. */
export function isExceeded(
  { approvedGrade }: Pick<Authorization, 'approvedGrade'>,
  grade: Grade | null,
): boolean {
  return approvedGrade !== null && gradeRank(grade) > gradeRank(approvedGrade);
}

/** Whole days in China from the last call to a day; null when there was none. */
export function idleDays(lastAt: string | null, day: string): number | null {
  return lastAt === null ? null : Math.max(0, daysBetween(cityDay(lastAt), day));
}
