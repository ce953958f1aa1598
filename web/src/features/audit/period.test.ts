import { describe, expect, it } from 'vitest';
import { chinaDay } from '@/lib/format/china-day';
import { daysOf, quickPeriods, readDay, readPeriod } from './period';

const TODAY = '2026-11-24';

describe('a day that someone typed', () => {
  it.each(['2026-11-04', '2026-11-4', ' 2026/11/04 ', '2026.11.4', '20261104', '2026年11月4日'])(
    'is read however it is written: %s',
    (text) => {
      expect(readDay(text)).toEqual({ day: '2026-11-04' });
    },
  );

  it.each([
    ['', 'unreadable'],
    ['昨天', 'unreadable'],
    ['11-04', 'unreadable'],
    ['2026-02-31', 'noSuchDay'],
    ['20261301', 'noSuchDay'],
  ] as const)('is refused with the reason: “%s” is %s', (text, why) => {
    expect(readDay(text)).toEqual({ why });
  });
});

describe('a period', () => {
  it('is two days in order, both as ISO', () => {
    expect(readPeriod('2026/11/1', '20261124', TODAY)).toEqual({
      from: '2026-11-01',
      to: TODAY,
      fault: null,
    });
    expect(readPeriod(TODAY, TODAY, TODAY)).toMatchObject({ fault: null });
  });

  it.each([
    ['x', '2026-11-02', { why: 'unreadable', day: 'from' }],
    ['2026-11-01', '2026-11-31', { why: 'noSuchDay', day: 'to' }],
    ['2026-11-02', '2026-11-01', { why: 'order', day: 'to' }],
    ['2026-11-25', '2026-11-26', { why: 'future', day: 'from' }],
  ] as const)('names the day that is wrong: %s – %s', (from, to, fault) => {
    expect(readPeriod(from, to, TODAY)).toEqual({ fault });
  });

  it('may end after today: nothing was read then yet', () => {
    expect(readPeriod('2026-11-01', '2026-12-31', TODAY)).toMatchObject({ fault: null });
  });

  it('is offered for the usual questions', () => {
    const quick = quickPeriods('2026-03-05');
    expect(quick.today).toEqual({ from: '2026-03-05', to: '2026-03-05' });
    expect(quick.week).toEqual({ from: '2026-02-27', to: '2026-03-05' });
    expect(quick.month).toEqual({ from: '2026-03-01', to: '2026-03-05' });
    expect(quick.lastMonth).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(quick.year).toEqual({ from: '2026-01-01', to: '2026-03-05' });
    expect(quickPeriods('2026-01-15').lastMonth).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });

  it('has every day from the first to the last', () => {
    expect(daysOf('2026-02-27', '2026-03-02')).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
  });

  it('goes by the days of Shanghai', () => {
    expect(chinaDay(new Date('2026-11-24T17:30:00Z'))).toBe('2026-11-25');
  });
});
