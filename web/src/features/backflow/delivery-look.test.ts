import { describe, expect, it } from 'vitest';
import { lookOf, weeksOf } from './delivery-look';

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

  it('has its place in a year of weeks from Monday', () => {
    const weeks = weeksOf('2026-11-24');
    expect(weeks.flat().filter(Boolean)).toHaveLength(365);
    expect(weeks.at(-1)?.[0]).toBe('2026-11-23');
    expect(weeks.at(-1)?.[1]).toBe('2026-11-24');
    expect(weeks.at(-1)?.[2]).toBeNull();
    expect(weeks[0]?.filter(Boolean)[0]).toBe('2025-11-25');
  });
});
