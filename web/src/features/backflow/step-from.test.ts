import { describe, expect, it } from 'vitest';
import { stepFrom } from './step-from';

const daily = Array.from({ length: 20 }, (_, index) => {
  const day = `2026-11-${String(index + 1).padStart(2, '0')}`;
  return { id: day, day };
});
const monthly = ['2026-08-12', '2026-09-12', '2026-10-13'].map((day) => ({ id: day, day }));

describe('walking the calendar', () => {
  it('goes a day by up and down, a week by left and right', () => {
    expect(stepFrom(daily, '2026-11-10', 'ArrowDown')?.id).toBe('2026-11-11');
    expect(stepFrom(daily, '2026-11-10', 'ArrowUp')?.id).toBe('2026-11-09');
    expect(stepFrom(daily, '2026-11-10', 'ArrowRight')?.id).toBe('2026-11-17');
    expect(stepFrom(daily, '2026-11-10', 'ArrowLeft')?.id).toBe('2026-11-03');
  });

  it('reaches the next of a sparse link and stops at the ends', () => {
    expect(stepFrom(monthly, '2026-08-12', 'ArrowRight')?.id).toBe('2026-09-12');
    expect(stepFrom(monthly, '2026-10-13', 'ArrowRight')).toBeUndefined();
    expect(stepFrom(monthly, '2026-10-13', 'Home')?.id).toBe('2026-08-12');
    expect(stepFrom(monthly, undefined, 'ArrowLeft')?.id).toBe('2026-10-13');
    expect(stepFrom(monthly, '2026-08-12', 'x')).toBeUndefined();
  });
});
