import { describe, expect, it } from 'vitest';
import { type Closure, sortUnits, standingOf, volumesOf } from './units';

const unit = (code: string, change: Partial<Closure> = {}): Closure => ({
  department: { code, shortName: code, kind: 'SUBDISTRICT' },
  reportedDatasets: 1,
  returnedDatasets: 1,
  closureRate: 1,
  daysToReturn: 1,
  onTimeRate: 1,
  rowsSent: 0,
  rowsLanded: 0,
  landingRate: 1,
  collectedFields: 0,
  lostFields: 0,
  overdue: 0,
  broken: 0,
  links: [],
  ...change,
});

describe('units of the backflow', () => {
  it('stand as their worst link does', () => {
    expect(standingOf({ links: [], broken: 0, overdue: 0 })).toBe('none');
    expect(standingOf({ links: [1], broken: 0, overdue: 0 })).toBe('good');
    expect(standingOf({ links: [1], broken: 0, overdue: 2 })).toBe('overdue');
    expect(standingOf({ links: [1, 2], broken: 1, overdue: 1 })).toBe('broken');
  });

  it('sort by a number with the unknown last both ways, the own unit on top', () => {
    const rows = [
      unit('a', { closureRate: 0.5 }),
      unit('b', { closureRate: null }),
      unit('c', { closureRate: 1 }),
    ];
    const codes = (sorted: Closure[]) => sorted.map(({ department }) => department.code).join('');
    expect(codes(sortUnits(rows, 'CLOSURE', 'asc'))).toBe('acb');
    expect(codes(sortUnits(rows, 'CLOSURE', 'desc'))).toBe('cab');
    expect(codes(sortUnits(rows, 'NAME', 'desc', 'a'))).toBe('acb');
  });

  it('count a collected dataset once, and only the latest delivery of each link', () => {
    const collected = { id: 'x', title: 'x', rowCount: 100, fieldCount: 3 };
    const delivery = (rowsSent: number, rowsLanded: number) => ({
      id: `${rowsSent}`,
      state: 'LANDED' as const,
      dueOn: '2026-01-01',
      sentAt: null,
      landedAt: null,
      late: false,
      note: '',
      rowsSent,
      rowsLanded,
    });
    expect(
      volumesOf({
        links: [
          { collected, deliveries: [delivery(100, 90)] },
          { collected, deliveries: [delivery(50, 0)] },
          { collected: null, deliveries: [] },
        ],
      }),
    ).toEqual({ collected: 100, sent: 150, landed: 90 });
  });
});
