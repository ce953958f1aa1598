import { describe, expect, it } from 'vitest';
import { dayInShanghai, readParams, toHref } from './audit-params';

const NOW = new Date('2026-11-24T17:30:00Z');

describe('the question of an audit', () => {
  it('looks at the last 30 days of Shanghai when no days are given', () => {
    expect(dayInShanghai(NOW, 0)).toBe('2026-11-25');
    expect(readParams({}, NOW)).toMatchObject({
      mode: 'who',
      from: '2026-10-27',
      to: '2026-11-25',
      scope: 'derived',
    });
  });

  it('puts two days in order and replaces a day that does not exist', () => {
    expect(readParams({ from: '2026-11-09', to: '2026-11-01' }, NOW)).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-09',
    });
    expect(readParams({ from: '2026-02-31' }, NOW).from).toBe('2026-10-27');
  });

  it('gives back what it was made of', () => {
    const who = readParams({ id: 'f1', from: '2026-11-01', to: '2026-11-02', scope: 'self' }, NOW);
    expect(toHref(who)).toBe('/audit?id=f1&from=2026-11-01&to=2026-11-02&scope=self');
    const by = readParams({ mode: 'by', consumer: 'c1', from: '2026-11-01', to: '2026-11-02' }, NOW);
    expect(toHref(by)).toBe('/audit?mode=by&consumer=c1&from=2026-11-01&to=2026-11-02');
  });
});
