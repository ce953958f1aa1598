import { z } from 'zod';

/** The thing itself; what carries its values, masked or not; also what it merely influenced. */
export const SCOPES = ['self', 'derived', 'influenced'] as const;
export type Scope = (typeof SCOPES)[number];

const day = z.iso.date();
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
});

export interface AuditParams {
  /** `who`: who saw this thing; `by`: what did this consumer see. */
  mode: 'who' | 'by';
  id: string | undefined;
  consumer: string | undefined;
  from: string;
  to: string;
  scope: Scope;
}

/** A calendar day in Shanghai, `back` days ago. */
export function dayInShanghai(now: Date, back: number): string {
  const then = new Date(now.getTime() - back * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(then);
}

/** Reads an address; without dates the last 30 days, with dates in the wrong order the two exchanged. */
export function readParams(search: Record<string, string | string[] | undefined>, now: Date): AuditParams {
  const { from: first, to: last, ...rest } = Params.parse(search);
  const to = day.safeParse(last).data ?? dayInShanghai(now, 0);
  const from = day.safeParse(first).data ?? dayInShanghai(now, 29);
  return { ...rest, ...inOrder(from, to) };
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
  return `/audit?${search}`;
}

/** ISO days compare as text. */
function inOrder(a: string, b: string): { from: string; to: string } {
  return a.localeCompare(b) <= 0 ? { from: a, to: b } : { from: b, to: a };
}
