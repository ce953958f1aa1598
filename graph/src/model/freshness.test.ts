import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshnessOf } from './freshness.js';

const now = Date.parse('2026-03-10T12:00:00.000Z');
const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString();

describe('freshnessOf', () => {
  it.each([
    ['REALTIME', 1, 'FRESH'],
    ['REALTIME', 1.1, 'LATE'],
    ['DAILY', 36, 'FRESH'],
    ['DAILY', 37, 'LATE'],
    ['WEEKLY', 10.5 * 24, 'FRESH'],
    ['MONTHLY', 39 * 24, 'LATE'],
    ['YEARLY', 370 * 24, 'FRESH'],
  ] as const)('judges %s data of %d hours as %s', (updateFrequency, hours, state) => {
    expect(freshnessOf({ updateFrequency, dataUpdatedAt: ago(hours) }, now).state).toBe(state);
  });

  it('promises nothing for irregular data and for data that never change', () => {
    for (const updateFrequency of ['IRREGULAR', 'NEVER'] as const) {
      expect(freshnessOf({ updateFrequency, dataUpdatedAt: ago(9999) }, now)).toEqual({
        state: 'UNKNOWN',
        ageHours: 9999,
        promisedHours: null,
      });
    }
  });

  it('says unknown when cycle or last update is not known', () => {
    expect(freshnessOf({ updateFrequency: null, dataUpdatedAt: ago(1) }, now).state).toBe('UNKNOWN');
    expect(freshnessOf({ updateFrequency: 'DAILY', dataUpdatedAt: null }, now)).toEqual({
      state: 'UNKNOWN',
      ageHours: null,
      promisedHours: 36,
    });
  });

  it('never turns late data fresh as they age', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (age, more) => {
        const at = (h: number) =>
          freshnessOf({ updateFrequency: 'MONTHLY', dataUpdatedAt: ago(h) }, now).state;
        return at(age) !== 'LATE' || at(age + more) === 'LATE';
      }),
    );
  });

  it('takes a moment in the future as new', () => {
    expect(freshnessOf({ updateFrequency: 'DAILY', dataUpdatedAt: ago(-5) }, now)).toMatchObject({
      state: 'FRESH',
      ageHours: 0,
    });
  });
});
