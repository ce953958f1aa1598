import { z } from 'zod';
import { chinaDay } from '@/lib/format/china-day';
import { type PeriodFault, quickPeriods, readPeriod } from './period';

/** The thing itself; what carries its values, masked or not; also what it merely influenced. */
export const SCOPES = ['self', 'derived', 'influenced'] as const;
export type Scope = (typeof SCOPES)[number];

const text = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value].flat()[0] || undefined);

const Params = z.object({
  mode: text.transform((value) => (value === 'by' ? ('by' as const) : ('who' as const))),
  id: text,
  consumer: text,
  from: text,
  to: text,
  scope: text.transform((value) => z.enum(SCOPES).catch('derived').parse(value)),
  only: text.transform((value) => value === 'outside'),
});

export interface AuditParams {
  /** `who`: who saw this thing; `by`: what did this consumer see. */
  mode: 'who' | 'by';
  id: string | undefined;
  consumer: string | undefined;
  /** Both days as ISO days; as they were typed when there is a fault. */
  from: string;
  to: string;
  scope: Scope;
  /** Only what was read without or outside an authorisation. */
  only: boolean;
}

/** Reads an address: without days the last 30; days that make no sense stay as typed, with the fault. */
export function readParams(
  search: Record<string, string | string[] | undefined>,
  now: Date,
): { params: AuditParams; fault: PeriodFault | null; today: string } {
  const { from: first, to: last, ...rest } = Params.parse(search);
  const today = chinaDay(now);
  const usual = quickPeriods(today).days30;
  const typed = { from: first ?? usual.from, to: last ?? usual.to };
  const period = readPeriod(typed.from, typed.to, today);
  if (period.fault) return { params: { ...rest, ...typed }, fault: period.fault, today };
  return { params: { ...rest, from: period.from, to: period.to }, fault: null, today };
}

/** The address of a question. */
export function toHref(params: AuditParams): string {
  const search = new URLSearchParams();
  if (params.mode === 'by') search.set('mode', 'by');
  if (params.mode === 'who' && params.id) search.set('id', params.id);
  if (params.mode === 'by' && params.consumer) search.set('consumer', params.consumer);
  search.set('from', params.from);
  search.set('to', params.to);
  if (params.scope !== 'derived' && params.mode === 'who') search.set('scope', params.scope);
  if (params.only) search.set('only', 'outside');
  return `/audit?${search}`;
}
