import { describe, expect, it } from 'vitest';
import { parseVisits, type Visit, visitOf, withVisit } from './recent';

const at = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://yuanliu');
  return visitOf(pathname, searchParams);
};
const thing = (id: string): Visit => ({ id, by: 'id' });

describe('what was visited', () => {
  it('is the thing that a page is about', () => {
    expect(at('/datasets/RGF0%3D?tab=impact')).toEqual({ id: 'RGF0=', by: 'id' });
    expect(at('/interfaces/CN-API-001')).toEqual({ id: 'CN-API-001', by: 'code' });
    expect(at('/lineage?id=RmllbGQ%3D&up=2')).toEqual({ id: 'RmllbGQ=', by: 'id' });
    expect(at('/impact?id=x')).toEqual({ id: 'x', by: 'id' });
  });

  it('is nothing on lists, starts of pages and pages about no one thing', () => {
    for (const address of ['/', '/catalogue?id=1&id=2', '/interfaces', '/lineage', '/audit?id=x']) {
      expect(at(address)).toBeNull();
    }
  });
});

describe('the visits', () => {
  it('hold each thing once, the last first, and not more than eight', () => {
    const visits = Array.from('abcdefghi').reduce<Visit[]>((all, id) => withVisit(all, thing(id)), []);
    expect(visits.map(({ id }) => id).join('')).toBe('ihgfedcb');
    expect(
      withVisit(visits, thing('f'))
        .map(({ id }) => id)
        .join(''),
    ).toBe('fihgedcb');
  });

  it('tell an interface by its code from a thing by its id', () => {
    expect(withVisit([{ id: 'x', by: 'code' }], thing('x'))).toHaveLength(2);
  });

  it('are none when what is stored cannot be read', () => {
    expect(parseVisits(null)).toEqual([]);
    expect(parseVisits('{')).toEqual([]);
    expect(parseVisits('{"id":1}')).toEqual([]);
    expect(parseVisits('[{"id":"a","by":"id"},{"id":""},7]')).toEqual([{ id: 'a', by: 'id' }]);
  });
});
