import { describe, expect, it } from 'vitest';
import { STEPS, stepOf, summarize } from './heat';

const hour = (day: string, at: number, calls: number, outsideWindow = false, denied = 0) => ({
  day,
  hour: at,
  calls,
  denied,
  outsideWindow,
});

describe('calls by hour', () => {
  it('keeps one call visible beside thousands', () => {
    expect(stepOf(0, 1000)).toBe(0);
    expect(stepOf(1, 1000)).toBe(1);
    expect(stepOf(1000, 1000)).toBe(STEPS);
    expect(stepOf(250, 1000)).toBe(3);
  });

  it('sums what lies outside the window and what was refused', () => {
    const summary = summarize([
      hour('2026-11-20', 9, 40),
      hour('2026-11-20', 23, 2, true, 1),
      hour('2026-11-21', 3, 5, true),
      hour('2026-11-21', 9, 10),
    ]);
    expect(summary).toEqual({
      calls: 57,
      denied: 1,
      outside: 7,
      most: 40,
      busiest: { hour: 9, calls: 50 },
      outsideDays: [
        { day: '2026-11-21', calls: 5 },
        { day: '2026-11-20', calls: 2 },
      ],
    });
  });

  it('has no busiest hour without calls', () => {
    expect(summarize([]).busiest).toBeNull();
  });
});
