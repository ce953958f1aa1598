import { describe, expect, it } from 'vitest';
import { lookOf, monthsOf } from './delivery-look';

const delivery = {
  state: 'LANDED' as const,
  late: false,
  landedAt: '2026-11-20T02:00:00Z',
  dueOn: '2026-11-21',
};

describe('a delivery', () => {
  it('looks as it went for who waits', () => {
    expect(lookOf(delivery)).toBe('onTime');
    expect(lookOf({ ...delivery, late: true })).toBe('landedLate');
    expect(lookOf({ ...delivery, state: 'PARTIAL', late: true })).toBe('partial');
    expect(lookOf({ ...delivery, state: 'FAILED', landedAt: null })).toBe('failed');
    expect(lookOf({ ...delivery, state: 'SENT', landedAt: null, late: true })).toBe('overdue');
    expect(lookOf({ ...delivery, state: 'SENT', landedAt: null })).toBe('underway');
  });

  it('has its place in the row of its month', () => {
    const rows = monthsOf('2026-01-31', '2026-03-02');
    expect(rows.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(rows[1]?.days[27]).toBe('2026-02-28');
    expect(rows[1]?.days.slice(28)).toEqual([null, null, null]);
    expect(rows.every(({ days }) => days.length === 31)).toBe(true);
  });

  it('is shown for a year at most', () => {
    expect(monthsOf('2020-01-01', '2026-11-24').map(({ month }) => month)[0]).toBe('2025-12');
  });
});
