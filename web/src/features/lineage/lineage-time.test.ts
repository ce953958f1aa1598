import { describe, expect, it } from 'vitest';
import { pointsOf, readTime } from './lineage-time';

const NOW = new Date('2026-11-24T01:00:00+08:00');
const read = (text: string) => readTime(new URLSearchParams(text), NOW);

describe('the days of a picture', () => {
  it('are past days in China; others are as at the start', () => {
    expect(read('day=2026-11-23&since=2026-01-01&known=1')).toEqual({
      day: '2026-11-23',
      asKnown: true,
      since: '2026-01-01',
    });
    expect(read('day=2026-11-24')).toEqual({ day: null, asKnown: false, since: null });
    expect(read('day=2026-02-31&since=nonsense')).toEqual({ day: null, asKnown: false, since: null });
  });

  it('are compared with an earlier one only', () => {
    expect(read('day=2026-06-01&since=2026-06-01').since).toBeNull();
    expect(read('since=2026-06-01').since).toBe('2026-06-01');
  });

  it('ask for the end of the day, by what was known then where that is wanted', () => {
    expect(pointsOf(read('day=2026-06-01&since=2026-05-01'))).toEqual({
      at: { valid: '2026-06-01T23:59:59.999+08:00' },
      since: { valid: '2026-05-01T23:59:59.999+08:00' },
    });
    expect(pointsOf(read('day=2026-06-01&known=1')).at).toEqual({
      valid: '2026-06-01T23:59:59.999+08:00',
      recorded: '2026-06-01T23:59:59.999+08:00',
    });
    expect(pointsOf(read(''))).toEqual({ at: null, since: null });
  });
});
