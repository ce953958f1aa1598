import { describe, expect, it } from 'vitest';
import { addDays, chinaDay, daysBetween, isWeekend } from './china-day';

describe('days in China', () => {
  it('begin at 16:00 UTC of the day before', () => {
    expect(chinaDay('2026-11-23T15:59:59Z')).toBe('2026-11-23');
    expect(chinaDay('2026-11-23T16:00:00Z')).toBe('2026-11-24');
  });

  it('are counted across months and leap days', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-11-24', '2026-11-20')).toBe(-4);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('know the weekend', () => {
    expect(isWeekend('2026-11-21')).toBe(true);
    expect(isWeekend('2026-11-23')).toBe(false);
  });
});
