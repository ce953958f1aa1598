import { addDays, daysBetween } from '@/lib/format/china-day';

interface Grant {
  validFrom: string;
  validTo: string;
}

/** A time line in percent of its width: years as ticks, today, and a bar for each grant. */
export interface TimeLine {
  from: string;
  to: string;
  today: number;
  ticks: { label: string; at: number }[];
  bar: (grant: Grant) => { x: number; width: number };
}

/** A line from the first grant to the end of the last, with some air; today is always on it. */
export function timeLineOf(grants: readonly Grant[], today: string): TimeLine {
  const first = [today, ...grants.map((grant) => grant.validFrom)].sort()[0] ?? today;
  const last = [today, ...grants.map((grant) => grant.validTo)].sort().at(-1) ?? today;
  const air = Math.max(10, Math.round(daysBetween(first, last) * 0.03));
  const from = addDays(first, -air);
  const to = addDays(last, air);
  const span = daysBetween(from, to);
  const at = (day: string) => (daysBetween(from, day) / span) * 100;
  const years: TimeLine['ticks'] = [];
  for (let year = Number(from.slice(0, 4)) + 1; `${year}-01-01` < to; year++)
    years.push({ label: String(year), at: at(`${year}-01-01`) });
  return {
    from,
    to,
    today: at(today),
    ticks: years,
    bar: ({ validFrom, validTo }) => ({
      x: at(validFrom),
      width: Math.max(0.4, at(validTo) - at(validFrom)),
    }),
  };
}

export type GrantLook = 'valid' | 'expiring' | 'expired' | 'stopped' | 'future';

/** How a grant is drawn: stopped by a person, over, ending within 30 days, to come, or simply valid. */
export function lookOf(grant: Grant & { valid: boolean; state: string }, today: string): GrantLook {
  if (grant.state === 'REVOKED' || grant.state === 'SUSPENDED') return 'stopped';
  if (grant.validTo <= today || grant.state === 'EXPIRED') return 'expired';
  if (grant.validFrom > today) return 'future';
  return daysBetween(today, grant.validTo) <= 30 ? 'expiring' : 'valid';
}
