import type { AccessRollup } from '../model/index.js';

export interface AccessDay {
  day: string;
  calls: number;
  denied: number;
  rows: number;
}
export interface AccessSum {
  consumer: string;
  interface: string;
  /** Null when the calls named none. */
  authorization: string | null;
  /** Each day with a successful call lies in the authorisation's days; false when none was named. */
  authorizedThroughout: boolean;
  calls: number;
  denied: number;
  rows: number;
  firstAt: string;
  lastAt: string;
  /** In order. */
  days: AccessDay[];
}

type Grants = ReadonlyMap<string, { validFrom: string; validTo: string }>;

/** Groups daily roll-ups by consumer, interface and authorisation. */
export function groupRollups(rollups: readonly AccessRollup[]): AccessRollup[][] {
  const groups = new Map<string, AccessRollup[]>();
  for (const rollup of rollups) {
    const key = [rollup.consumer, rollup.interface, rollup.authorization].join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [rollup]);
    else group.push(rollup);
  }
  return [...groups.values()];
}

/** Adds up the days of one group. */
export function sumRollups(group: readonly AccessRollup[], grants: Grants): AccessSum {
  const days = [...group].sort((a, b) => (a.day < b.day ? -1 : 1));
  const [first] = days;
  if (first === undefined) throw new Error('a group has at least one roll-up');
  const grant = grants.get(first.authorization);
  const covers = (day: string) => grant !== undefined && grant.validFrom <= day && day < grant.validTo;
  const total = (value: (row: AccessRollup) => number) => days.reduce((sum, row) => sum + value(row), 0);
  return {
    consumer: first.consumer,
    interface: first.interface,
    authorization: first.authorization === '' ? null : first.authorization,
    authorizedThroughout: days.every((row) => row.calls === row.denied || covers(row.day)),
    calls: total((row) => row.calls),
    denied: total((row) => row.denied),
    rows: total((row) => row.rows),
    firstAt: days.map((row) => row.firstAt).sort()[0] as string,
    lastAt: days
      .map((row) => row.lastAt)
      .sort()
      .at(-1) as string,
    days: days.map(({ day, calls, denied, rows }) => ({ day, calls, denied, rows })),
  };
}
