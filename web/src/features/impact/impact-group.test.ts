import { describe, expect, it } from 'vitest';
import { impactHref, readGroup, toFilter, writeGroup } from './impact-group';

describe('a group of the affected', () => {
  it.each([
    'ring:INFLUENCED',
    'grade:L4',
    'grade:NONE',
    'department:310105-GA',
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
    expect(toFilter({ by: 'ring', value: 'INFLUENCED' })).toEqual({ ring: ['INFLUENCED'] });
    expect(toFilter({ by: 'grade', value: 'NONE' })).toEqual({
      ring: ['CLEARTEXT', 'MASKED'],
      ungraded: true,
    });
    expect(toFilter({ by: 'distance', value: 2 })).toEqual({ ring: ['CLEARTEXT', 'MASKED'], distance: 2 });
  });

  it('is part of the address', () => {
    expect(impactHref('a b', { by: 'grade', value: 'L4' })).toBe('/impact?id=a+b&list=grade%3AL4');
    expect(impactHref('x', null)).toBe('/impact?id=x');
  });
});
