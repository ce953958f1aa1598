import { describe, expect, it } from 'vitest';
import { coverageOf, holdsOn, isBreach, joinCoverage } from './coverage';
import { readSummary } from './read-summary';

const GRANT = { validFrom: '2026-11-01', validTo: '2026-11-10' };
const day = (day: string, calls: number, denied = 0, rows = 0) => ({ day, calls, denied, rows });

describe('what lay outside an authorisation', () => {
  it('holds from its first day until the day before its end', () => {
    expect(['2026-10-31', '2026-11-01', '2026-11-09', '2026-11-10'].map((d) => holdsOn(GRANT, d))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(holdsOn(null, '2026-11-01')).toBe(false);
  });

  it('is nothing when every day is covered', () => {
    const covered = coverageOf({ authorization: GRANT, days: [day('2026-11-01', 5, 1, 9)] });
    expect(covered).toEqual({ verdict: 'covered', calls: 0, days: 0, rows: 0, denied: 0 });
  });

  it('tells what was answered from what was refused', () => {
    const days = [day('2026-11-09', 5, 0, 50), day('2026-11-10', 3, 2, 7), day('2026-11-11', 4, 4)];
    expect(coverageOf({ authorization: GRANT, days })).toEqual({
      verdict: 'outside',
      calls: 1,
      days: 1,
      rows: 7,
      denied: 6,
    });
    expect(coverageOf({ authorization: GRANT, days: [day('2026-11-11', 4, 4)] })).toMatchObject({
      verdict: 'refused',
      denied: 4,
    });
  });

  it('is everything when no authorisation was named', () => {
    expect(coverageOf({ authorization: null, days: [day('2026-11-01', 2, 0, 3)] })).toMatchObject({
      verdict: 'none',
      calls: 2,
      rows: 3,
    });
  });

  it('joins to the worst, with sums', () => {
    const outside = coverageOf({ authorization: GRANT, days: [day('2026-12-01', 2, 0, 3)] });
    const refused = coverageOf({ authorization: GRANT, days: [day('2026-12-01', 1, 1)] });
    const joined = joinCoverage([refused, outside]);
    expect(joined).toEqual({ verdict: 'outside', calls: 2, days: 1, rows: 3, denied: 1 });
    expect([joined, refused].map(isBreach)).toEqual([true, false]);
    expect(joinCoverage([]).verdict).toBe('covered');
  });
});

describe('what a consumer read in all', () => {
  it('counts a field of two interfaces once and finds the strictest grade', () => {
    const field = (id: string, personalInfo = 'NONE') => ({ id, personalInfo });
    const reads = [
      { interface: { id: 'i' }, grade: 'L2' as const, fields: [field('a', 'SENSITIVE'), field('b')] },
      {
        interface: { id: 'j' },
        grade: 'L4' as const,
        fields: [field('a', 'SENSITIVE'), field('c', 'GENERAL')],
      },
      { interface: { id: 'j' }, grade: null, fields: [] },
    ];
    expect(readSummary(reads)).toEqual({ interfaces: 2, fields: 3, sensitive: 1, grade: 'L4' });
    expect(readSummary([])).toEqual({ interfaces: 0, fields: 0, sensitive: 0, grade: null });
  });
});
