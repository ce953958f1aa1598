import { describe, expect, it } from 'vitest';
import { readParams, toHref } from './audit-params';
import { exportHref } from './export-href';

const NOW = new Date('2026-11-24T17:30:00Z');

describe('the question of an audit', () => {
  it('looks at the last 30 days of Shanghai when no days are given', () => {
    expect(readParams({}, NOW)).toEqual({
      params: {
        mode: 'who',
        id: undefined,
        consumer: undefined,
        from: '2026-10-27',
        to: '2026-11-25',
        scope: 'derived',
        only: false,
      },
      fault: null,
      today: '2026-11-25',
    });
  });

  it('keeps what was typed when it is no period, and says what is wrong', () => {
    expect(readParams({ from: '2026-02-31', to: '2026-11-1' }, NOW)).toMatchObject({
      params: { from: '2026-02-31', to: '2026-11-1' },
      fault: { why: 'noSuchDay', day: 'from' },
    });
    expect(readParams({ from: '2026-11-09', to: '2026-11-01' }, NOW).fault).toEqual({
      why: 'order',
      day: 'to',
    });
  });

  it('writes days as ISO days', () => {
    expect(readParams({ from: '2026/11/1', to: '20261102' }, NOW).params).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-02',
    });
  });

  it('gives back what it was made of', () => {
    const read = (search: Record<string, string>) => readParams(search, NOW).params;
    expect(
      toHref(read({ id: 'f1', from: '2026-11-01', to: '2026-11-02', scope: 'self', only: 'outside' })),
    ).toBe('/audit?id=f1&from=2026-11-01&to=2026-11-02&scope=self&only=outside');
    expect(toHref(read({ mode: 'by', consumer: 'c1', from: '2026-11-01', to: '2026-11-02' }))).toBe(
      '/audit?mode=by&consumer=c1&from=2026-11-01&to=2026-11-02',
    );
  });

  it('has a file for each of the two questions', () => {
    const { params } = readParams({ id: 'f1', consumer: 'c1', from: '2026-11-01', to: '2026-11-02' }, NOW);
    expect(exportHref('xlsx', params, 'en')).toBe(
      '/export/access.xlsx?id=f1&from=2026-11-01&to=2026-11-02&locale=en',
    );
    expect(exportHref('csv', { ...params, mode: 'by' }, 'zh-CN')).toBe(
      '/export/accesses-by.csv?consumer=c1&from=2026-11-01&to=2026-11-02&locale=zh-CN',
    );
  });
});
