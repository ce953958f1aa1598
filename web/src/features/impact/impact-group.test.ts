import { describe, expect, it } from 'vitest';
import { exportHref, impactHref, printHref, readGroup, readView, toFilter, writeGroup } from './impact-group';

describe('a group of the affected', () => {
  it.each([
    'all:yes',
    'ring:INFLUENCED',
    'grade:L4',
    'grade:NONE',
    'department:310105-GA',
    'library:B-RK',
    'library:NONE',
    'layer:DWS',
    'distance:3',
    'backflow:yes',
  ])('reads and writes %s', (text) => {
    const group = readGroup(text);
    expect(group && writeGroup(group)).toBe(text);
  });

  it.each([undefined, '', 'grade', 'grade:L9', 'distance:0', 'distance:x', 'colour:red'])(
    'knows no group %s',
    (text) => {
      expect(readGroup(text)).toBeNull();
    },
  );

  it('keeps colons of a department code', () => {
    expect(readGroup('department:a:b')).toEqual({ by: 'department', value: 'a:b' });
  });

  it('counts clear text and masked, all but the ring itself', () => {
    const ring = ['CLEARTEXT', 'MASKED'];
    expect(toFilter({ by: 'ring', value: 'INFLUENCED' })).toEqual({ ring: ['INFLUENCED'] });
    expect(toFilter({ by: 'grade', value: 'NONE' })).toEqual({ ring, ungraded: true });
    expect(toFilter({ by: 'library', value: 'B-RK' })).toEqual({ ring, library: ['B-RK'] });
    expect(toFilter({ by: 'library', value: 'NONE' })).toEqual({ ring, noLibrary: true });
    expect(toFilter({ by: 'distance', value: 2 })).toEqual({ ring, distance: 2 });
    expect(toFilter({ by: 'backflow', value: 'yes' })).toEqual({ ring, viaBackflow: true });
  });

  it('is part of the address, with what its rows are and the page', () => {
    expect(impactHref('a b', { by: 'grade', value: 'L4' })).toBe('/impact?id=a+b&list=grade%3AL4');
    expect(impactHref('x', { by: 'all', value: 'yes' }, { view: 'datasets', after: 'c~d' })).toBe(
      '/impact?id=x&list=all%3Ayes&rows=datasets&after=c%7Ed',
    );
    expect(impactHref('x', null, { view: 'datasets' })).toBe('/impact?id=x');
    expect(printHref('x')).toBe('/impact?id=x&print=1');
    expect(readView('datasets')).toBe('datasets');
    expect(readView('other')).toBe('fields');
  });

  it('exports everything, or what the list shows', () => {
    expect(exportHref('xlsx', 'x', null, 'en')).toBe('/export/impact.xlsx?id=x&locale=en');
    expect(exportHref('csv', 'x', { by: 'grade', value: 'L4' }, 'zh-CN')).toBe(
      '/export/impact.csv?id=x&locale=zh-CN&ring=CLEARTEXT%2CMASKED&grade=L4',
    );
  });
});
