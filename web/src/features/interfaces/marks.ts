import { MARK_DAYS } from './interface-params';

/** What a person should look at, in the order of weight. */
export type Mark =
  | { kind: 'exceeded' | 'lingering' | 'expiring'; count: number }
  | { kind: 'idle'; days: number }
  | { kind: 'neverCalled' };

interface Facts {
  state: string;
  idleDays: number | null;
  exceededAuthorizationCount: number;
  expiringAuthorizationCount: number;
  authorizations: { valid: boolean }[];
}

const ENDED = ['SUSPENDED', 'RECLAIMED', 'UNPUBLISHED', 'DEREGISTERED'];

/** The marks of an interface: granted for less than it gives out, valid though it ended, ending soon, idle. */
export function marksOf(it: Facts): Mark[] {
  const marks: Mark[] = [];
  const valid = it.authorizations.filter((grant) => grant.valid).length;
  if (it.exceededAuthorizationCount > 0)
    marks.push({ kind: 'exceeded', count: it.exceededAuthorizationCount });
  if (ENDED.includes(it.state) && valid > 0) marks.push({ kind: 'lingering', count: valid });
  if (it.expiringAuthorizationCount > 0)
    marks.push({ kind: 'expiring', count: it.expiringAuthorizationCount });
  if (it.state === 'IN_USE' && it.idleDays === null) marks.push({ kind: 'neverCalled' });
  if (it.state === 'IN_USE' && it.idleDays !== null && it.idleDays >= MARK_DAYS)
    marks.push({ kind: 'idle', days: it.idleDays });
  return marks;
}
