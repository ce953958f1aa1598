/** What was looked at lately, by account, in this browser only. */

export interface Visit {
  /** Global id of a dataset, field, consumer or interface; of an interface's own page its code. */
  id: string;
  by: 'id' | 'code';
}

const AT_MOST = 8;
const keyOf = (account: string) => `yuanliu-recent:${account}`;

/** The thing that an address is about; null for lists and pages about no one thing. */
export function visitOf(path: string, params: URLSearchParams): Visit | null {
  const [, page, rest] = path.split('/');
  if (page === 'datasets' && rest) return { id: decodeURIComponent(rest), by: 'id' };
  if (page === 'interfaces' && rest) return { id: decodeURIComponent(rest), by: 'code' };
  const id = params.get('id');
  return id && (page === 'lineage' || page === 'impact') ? { id, by: 'id' } : null;
}

/** The visits with a new one first; each thing once, the oldest dropped. */
export function withVisit(visits: readonly Visit[], visit: Visit): Visit[] {
  const others = visits.filter(({ id, by }) => id !== visit.id || by !== visit.by);
  return [visit, ...others].slice(0, AT_MOST);
}

/** The stored visits; none when there are none or they cannot be read. */
export function parseVisits(stored: string | null): Visit[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.filter(isVisit).slice(0, AT_MOST);
  } catch {
    return [];
  }
}

function isVisit(value: unknown): value is Visit {
  if (typeof value !== 'object' || value === null) return false;
  const { id, by } = value as Record<string, unknown>;
  return typeof id === 'string' && id !== '' && (by === 'id' || by === 'code');
}

/** Reads an account's visits; a browser that forbids storage has none. */
export function readVisits(account: string): Visit[] {
  try {
    return parseVisits(localStorage.getItem(keyOf(account)));
  } catch {
    return [];
  }
}

/** Keeps an account's visits; no visits leave nothing behind. */
export function writeVisits(account: string, visits: readonly Visit[]): void {
  try {
    if (visits.length === 0) localStorage.removeItem(keyOf(account));
    else localStorage.setItem(keyOf(account), JSON.stringify(visits));
  } catch {
    // Without storage nothing is remembered, and all else works.
  }
}
