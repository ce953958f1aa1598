import { describe, expect, it } from 'vitest';
import { lookOf, timeLineOf } from './grant-line';

const grant = { validFrom: '2025-03-01', validTo: '2027-03-01', valid: true, state: 'AUTHORIZED' };

describe('the time line of authorisations', () => {
  it('spans all grants and today, with years as ticks', () => {
    const line = timeLineOf([grant, { validFrom: '2024-06-01', validTo: '2025-06-01' }], '2026-11-24');
    expect(line.from < '2024-06-01').toBe(true);
    expect(line.to > '2027-03-01').toBe(true);
    expect(line.ticks.map(({ label }) => label)).toEqual(['2025', '2026', '2027']);
    const { x, width } = line.bar(grant);
    expect(x).toBeGreaterThan(0);
    expect(x + width).toBeLessThan(100);
    expect(line.today).toBeGreaterThan(x);
    expect(line.today).toBeLessThan(x + width);
  });

  it('stands without any grant', () => {
    expect(timeLineOf([], '2026-11-24').today).toBe(50);
  });

  it('draws a grant by what holds today', () => {
    expect(lookOf(grant, '2026-11-24')).toBe('valid');
    expect(lookOf({ ...grant, validTo: '2026-12-24' }, '2026-11-24')).toBe('expiring');
    expect(lookOf({ ...grant, validTo: '2026-12-25' }, '2026-11-24')).toBe('valid');
    expect(lookOf({ ...grant, validTo: '2026-11-24' }, '2026-11-24')).toBe('expired');
    expect(lookOf({ ...grant, state: 'REVOKED' }, '2026-11-24')).toBe('stopped');
    expect(lookOf({ ...grant, validFrom: '2026-12-01' }, '2026-11-24')).toBe('future');
  });
});
