import type { Authorization } from './consumer.js';

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
