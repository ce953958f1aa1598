import { describe, expect, it } from 'vitest';
import {
  exportHref,
  isNarrowed,
  readParams,
  sortedBy,
  toFilter,
  toggled,
  toHref,
  toVariables,
} from './interface-params';

describe('the address of the interface list', () => {
  it('reads only what makes sense and writes it back', () => {
    const params = readParams({
      q: ' 人口 ',
      state: ['IN_USE', 'FLYING'],
      grade: ['L4', 'NONE'],
      idle: '90',
      expiring: 'soon',
      sort: 'CALLS',
      dir: 'desc',
    });
    expect(params.state).toEqual(['IN_USE']);
    expect(params.expiring).toBeUndefined();
    expect(toHref(params)).toBe(
      '/interfaces?q=%E4%BA%BA%E5%8F%A3&state=IN_USE&grade=L4&grade=NONE&idle=90&sort=CALLS&dir=desc',
    );
    expect(toFilter(params)).toMatchObject({ text: '人口', grade: ['L4'], ungraded: true, idleDays: 90 });
  });

  it('counts the marks under every other condition', () => {
    const { filter, idle, exceeded } = toVariables(readParams({ state: 'IN_USE', exceeded: '1' }));
    expect(filter).toMatchObject({ state: ['IN_USE'], exceeded: true });
    expect(idle).toMatchObject({ state: ['IN_USE'], idleDays: 30 });
    expect(idle?.exceeded).toBeUndefined();
    expect(exceeded).toMatchObject({ exceeded: true });
  });

  it('sorts by the most first, turns on the second click and forgets the page', () => {
    const params = readParams({ after: 'abc' });
    const once = sortedBy(params, 'CALLS');
    expect(once).toMatchObject({ sort: 'CALLS', dir: 'desc', after: undefined });
    expect(sortedBy(once, 'CALLS').dir).toBe('asc');
    expect(sortedBy(once, 'NAME').dir).toBe('asc');
  });

  it('toggles a value and knows when nothing narrows', () => {
    const params = readParams({});
    expect(isNarrowed(params)).toBe(false);
    const narrowed = toggled(params, 'department', 'CN-GAF');
    expect(isNarrowed(narrowed)).toBe(true);
    expect(toggled(narrowed, 'department', 'CN-GAF').department).toEqual([]);
  });

  it('keeps whose authorisations count', () => {
    const params = readParams({ usedBy: 'CN-ZWB', expiring: '30' });
    expect(toFilter(params)).toMatchObject({ usedBy: ['CN-ZWB'], expiringWithinDays: 30 });
    expect(toHref(params)).toBe('/interfaces?expiring=30&usedBy=CN-ZWB');
    expect(isNarrowed(readParams({ usedBy: 'CN-ZWB' }))).toBe(true);
  });

  it('exports the same rows', () => {
    const href = exportHref('csv', readParams({ state: ['IN_USE', 'SUSPENDED'], exceeded: '1' }), 'en');
    expect(href).toBe('/export/interfaces.csv?locale=en&sort=NAME&state=IN_USE%2CSUSPENDED&exceeded=true');
  });
});
