/** What of an access lay outside its authorisation. */
export interface Coverage {
  /**
   * `none`: the calls named no authorisation; `outside`: read on days it did not hold; `refused`: tried on such days
   * and always refused; `covered`: nothing outside.
   */
  verdict: 'none' | 'outside' | 'refused' | 'covered';
  /** Calls outside that were answered, with their days and rows. */
  calls: number;
  days: number;
  rows: number;
  /** Calls outside that were refused. */
  denied: number;
}

interface Read {
  authorization: { validFrom: string; validTo: string } | null;
  days: readonly { day: string; calls: number; denied: number; rows: number }[];
}

/** Whether an authorisation held on a day: its last day is the one before `validTo`. */
export function holdsOn(grant: Read['authorization'], day: string): boolean {
  return grant !== null && grant.validFrom <= day && day < grant.validTo;
}

/** Adds up the days on which the named authorisation did not hold. */
export function coverageOf({ authorization, days }: Read): Coverage {
  const outside = days.filter(({ day }) => !holdsOn(authorization, day));
  const read = outside.filter(({ calls, denied }) => calls > denied);
  const calls = read.reduce((sum, day) => sum + day.calls - day.denied, 0);
  const denied = outside.reduce((sum, day) => sum + day.denied, 0);
  const verdict = calls > 0 ? (authorization ? 'outside' : 'none') : denied > 0 ? 'refused' : 'covered';
  return { verdict, calls, days: read.length, rows: read.reduce((sum, day) => sum + day.rows, 0), denied };
}

/** Whether something was read that no authorisation let. */
export function isBreach({ verdict }: Coverage): boolean {
  return verdict === 'none' || verdict === 'outside';
}

/** Several accesses together: the worst verdict, the sums. */
export function joinCoverage(parts: readonly Coverage[]): Coverage {
  const worst = (['none', 'outside', 'refused', 'covered'] as const).find((verdict) =>
    parts.some((part) => part.verdict === verdict),
  );
  const total = (key: 'calls' | 'days' | 'rows' | 'denied') =>
    parts.reduce((sum, part) => sum + part[key], 0);
  return {
    verdict: worst ?? 'covered',
    calls: total('calls'),
    days: total('days'),
    rows: total('rows'),
    denied: total('denied'),
  };
}
