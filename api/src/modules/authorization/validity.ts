import type { Authorization } from '@yuanliu/graph';

const ENDED: readonly Authorization['state'][] = ['EXPIRED', 'SUSPENDED', 'REVOKED'];

/** Holds on `day` (YYYY-MM-DD): inside `[validFrom, validTo)` and not expired, suspended or revoked. */
export function holdsOn(authorization: Authorization, day: string): boolean {
  const { state, validFrom, validTo } = authorization;
  return !ENDED.includes(state) && validFrom <= day && day < validTo;
}
