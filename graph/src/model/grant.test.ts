import { describe, expect, it } from 'vitest';
import type { Authorization } from './consumer.js';
import { holdsOn } from './grant.js';

const grant = { state: 'AUTHORIZED', validFrom: '2026-01-01', validTo: '2026-07-01' } as Authorization;

describe('holdsOn', () => {
  it('holds from its first day to the day before its end', () => {
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((d) => holdsOn(grant, d))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it.each(['EXPIRED', 'SUSPENDED', 'REVOKED'] as const)('does not hold when %s', (state) => {
    expect(holdsOn({ ...grant, state }, '2026-03-01')).toBe(false);
  });

  it.each(['EXPIRING', 'RENEWED'] as const)('holds when %s', (state) => {
    expect(holdsOn({ ...grant, state }, '2026-03-01')).toBe(true);
  });
});
