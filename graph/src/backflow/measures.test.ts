import { describe, expect, it } from 'vitest';
import type { Delivery } from '../model/index.js';
import { daysToReturn, isLate, landingRate } from './measures.js';

const delivery = (over: Partial<Delivery>): Delivery => ({
  id: 'd1',
  link: 'BF-1',
  state: 'LANDED',
  dueOn: '2026-03-10',
  collectedAt: null,
  sentAt: '2026-03-01T00:00:00.000Z',
  landedAt: '2026-03-03T00:00:00.000Z',
  rowsSent: 100,
  rowsLanded: 90,
  rowsRejected: 10,
  note: '',
  ...over,
});

describe('backflow measures', () => {
  it('divides rows landed by rows sent over all deliveries', () => {
    expect(landingRate([delivery({}), delivery({ rowsSent: 300, rowsLanded: 0 })])).toBe(0.225);
    expect(landingRate([delivery({ rowsSent: 0 })])).toBeNull();
  });

  it('takes the median of the days to return', () => {
    const after = (days: number) =>
      delivery({ landedAt: new Date(Date.UTC(2026, 2, 1 + days)).toISOString() });
    expect(daysToReturn([after(9), after(1), after(2)])).toBe(2);
    expect(daysToReturn([after(1), after(2)])).toBe(1.5);
    expect(daysToReturn([delivery({ landedAt: null })])).toBeNull();
  });

  it('calls a delivery late by the day on which it landed in China, or by today', () => {
    expect(isLate(delivery({ landedAt: '2026-03-10T15:00:00.000Z' }), '2026-04-01')).toBe(false);
    expect(isLate(delivery({ landedAt: '2026-03-10T16:00:00.000Z' }), '2026-04-01')).toBe(true);
    expect(isLate(delivery({ landedAt: null }), '2026-03-10')).toBe(false);
    expect(isLate(delivery({ landedAt: null }), '2026-03-11')).toBe(true);
  });
});
