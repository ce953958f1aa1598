import { describe, expect, it } from 'vitest';
import { readParams, shownKinds, toggled, toHref, toVariables } from './catalogue-params';

describe('the address of the catalogue', () => {
  it('lists datasets when nothing is asked', () => {
    const params = readParams({});
    expect(shownKinds(params)).toEqual(['DATASET']);
    expect(toHref(params)).toBe('/catalogue');
  });

  it('finds everything as soon as there are words', () => {
    expect(shownKinds(readParams({ q: 'zjhm' }))).toEqual([]);
  });

  it('gives back what it was made of', () => {
    const params = readParams({
      q: ' 证件号码 ',
      kind: 'FIELD',
      grade: ['L4', 'NONE'],
      department: '310105',
      sort: 'GRADE',
      after: 'a~b',
    });
    const href = toHref(params);
    const again: Record<string, string[]> = {};
    for (const [key, value] of new URL(href, 'http://x').searchParams) {
      again[key] = [...(again[key] ?? []), value];
    }
    expect(readParams(again)).toEqual(params);
    expect(params.q).toBe('证件号码');
  });

  it('leaves out what makes no sense', () => {
    const params = readParams({ grade: ['L9', 'L4'], layer: 'XYZ', sort: 'best', kind: 'ROCK' });
    expect(params).toMatchObject({ grade: ['L4'], layer: [], sort: 'RELEVANCE', kind: [] });
  });

  it('asks for fields without a grade apart from the grades', () => {
    const { filter } = toVariables(readParams({ grade: ['L4', 'NONE'] }));
    expect(filter).toMatchObject({ grade: ['L4'], ungraded: true });
    expect(toVariables(readParams({})).filter).toMatchObject({ grade: undefined, ungraded: undefined });
  });

  it('asks from the last cursor of the trail', () => {
    expect(toVariables(readParams({ after: 'a~b~c' })).after).toBe('c');
  });

  it('puts a value in and takes it out again, from the first page', () => {
    const params = readParams({ after: 'a' });
    const once = toggled(params, 'layer', 'DWD');
    expect(once).toMatchObject({ layer: ['DWD'], after: undefined });
    expect(toggled(once, 'layer', 'DWD').layer).toEqual([]);
  });
});
