import { describe, expect, it } from 'vitest';
import { stepFrom } from './step-from';

const daily = Array.from({ length: 60 }, (_, index) => {
  const day = new Date(Date.UTC(2026, 9, 1 + index)).toISOString().slice(0, 10);
  return { id: day, day };
});
const monthly = ['2026-08-12', '2026-09-12', '2026-10-13'].map((day) => ({ id: day, day }));

describe('walking the calendar', () => {
  it('goes one by left and right, about a month by up and down', () => {
    expect(stepFrom(daily, '2026-10-10', 'ArrowRight')?.id).toBe('2026-10-11');
    expect(stepFrom(daily, '2026-10-10', 'ArrowLeft')?.id).toBe('2026-10-09');
    expect(stepFrom(daily, '2026-10-10', 'ArrowDown')?.id).toBe('2026-11-09');
    expect(stepFrom(daily, '2026-11-20', 'ArrowUp')?.id).toBe('2026-10-21');
  });

  it('reaches the next of a sparse link and stops at the ends', () => {
    expect(stepFrom(monthly, '2026-08-12', 'ArrowDown')?.id).toBe('2026-09-12');
    expect(stepFrom(monthly, '2026-10-13', 'ArrowRight')).toBeUndefined();
    expect(stepFrom(monthly, '2026-10-13', 'Home')?.id).toBe('2026-08-12');
    expect(stepFrom(monthly, undefined, 'ArrowLeft')?.id).toBe('2026-10-13');
    expect(stepFrom(monthly, '2026-08-12', 'x')).toBeUndefined();
  });
});
