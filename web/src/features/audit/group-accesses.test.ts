import { describe, expect, it } from 'vitest';
import { type Access, groupByConsumer, inScope, isDirect } from './group-accesses';

function access(consumer: string, over: Partial<Access> = {}): Access {
  return {
    consumer: { id: consumer, name: consumer, code: consumer, operatedBy: null },
    interface: { id: 'i', name: '接口', code: 'i' },
    authorization: null,
    authorizedThroughout: true,
    ring: 'CLEARTEXT',
    distance: 1,
    calls: 1,
    denied: 0,
    rows: 10,
    firstAt: '2026-11-01T00:00:00Z',
    lastAt: '2026-11-02T00:00:00Z',
    gradeThen: null,
    gradeNow: null,
    fields: [],
    path: null,
    days: [],
    ...over,
  };
}

describe('accesses by consumer', () => {
  it('adds up calls and rows and keeps the strongest ring', () => {
    const [group] = groupByConsumer([
      access('a', { ring: 'INFLUENCED', calls: 3, rows: 30 }),
      access('a', { ring: 'MASKED', calls: 4, rows: 5 }),
    ]);
    expect(group).toMatchObject({
      calls: 7,
      rows: 35,
      ring: 'MASKED',
      interfaces: 1,
      coverage: { verdict: 'covered' },
    });
  });

  it('shows those who read without an authorisation first, then the busiest', () => {
    const groups = groupByConsumer([
      access('few'),
      access('many', { calls: 90 }),
      access('gap', { days: [{ day: '2026-11-01', calls: 1, denied: 0, rows: 1 }] }),
    ]);
    expect(groups.map((group) => group.consumer.id)).toEqual(['gap', 'many', 'few']);
  });

  it('leaves out what was merely influenced unless it is asked for', () => {
    const all = [
      access('a'),
      access('b', { distance: 3, ring: 'MASKED' }),
      access('c', { ring: 'INFLUENCED' }),
    ];
    const names = (scope: 'self' | 'derived' | 'influenced') =>
      inScope(all, scope).map(({ consumer }) => consumer.id);
    expect(names('self')).toEqual(['a']);
    expect(names('derived')).toEqual(['a', 'b']);
    expect(names('influenced')).toEqual(['a', 'b', 'c']);
  });

  it('tells the thing itself from what was derived', () => {
    expect(isDirect(access('a'))).toBe(true);
    expect(isDirect(access('a', { distance: 2 }))).toBe(false);
  });
});
