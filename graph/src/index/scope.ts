import type { AuthorizationState } from '../model/index.js';
import type { IndexData } from './data.js';
import { spansThatHold, timesOf } from './spans.js';
import type { AsOf } from './types.js';

/** What counts at the time of a question. */
export interface Scope {
  /** By span, whether edges hold; null = the very ones that hold now, no check needed. */
  holds: Uint8Array | null;
  /** Whether an authorisation is valid, by number. */
  authorized(authorization: number): boolean;
  /** The same for questions with the same answers. */
  key: string;
}

const LIVE_STATES: readonly AuthorizationState[] = ['AUTHORIZED', 'EXPIRING', 'RENEWED'];
const CITY_OFFSET_MS = 8 * 3_600_000;

/** The calendar day of a moment in the city (UTC+8, no summer time). */
export function cityDay(time: number): string {
  return new Date(time + CITY_OFFSET_MS).toISOString().slice(0, 10);
}

/**
 * The scope of a question. Authorisations: their days decide; for today and later their state too. When a state was
 * entered is not recorded, so for a past day the days alone decide and nobody who may have read is left out.
 * Exposures carry no times: the current ones are taken.
 */
export function scopeOf(data: IndexData, asOf: AsOf | undefined, now: number): Scope {
  const { valid, recorded } = timesOf(asOf, now);
  const day = cityDay(valid);
  const statesCount = day >= cityDay(now);
  const authorized = (authorization: number) => {
    const facts = data.authorizations[authorization]!;
    return (
      facts.validFrom <= day && day < facts.validTo && (!statesCount || LIVE_STATES.includes(facts.state))
    );
  };
  const current = asOf?.valid === undefined && asOf?.recorded === undefined;
  if (current && data.builtAt <= now && now < data.nextChange) {
    return { holds: null, authorized, key: `now ${day}` };
  }
  const holds = spansThatHold(data.spans, valid, recorded);
  return {
    holds: isSameTime(holds, spansThatHold(data.spans, data.builtAt, Infinity)) ? null : holds,
    authorized,
    key: `${valid} ${recorded} ${statesCount}`,
  };
}

/** Whether the same spans hold. Most pasts that are asked for are recent: nothing has begun or ended since. */
export const isSameTime = (one: Uint8Array, other: Uint8Array): boolean =>
  one.every((holding, span) => holding === other[span]);
