import { describe, expect, it } from 'vitest';
import { readPeriod } from './period';

describe('the period of the access tab', () => {
  it('ends today in China and counts today', () => {
    const now = new Date('2026-11-23T17:00:00Z');
    expect(readPeriod('7', now)).toEqual({ days: 7, from: '2026-11-18', to: '2026-11-24' });
  });

  it('is thirty days when the address asks for another', () => {
    expect(readPeriod('4000', new Date('2026-11-24T00:00:00Z'))).toMatchObject({
      days: 30,
      from: '2026-10-26',
    });
  });
});
