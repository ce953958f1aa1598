import { describe, expect, it } from 'vitest';
import { type LineageView, readView, START_VIEW, writeView } from './lineage-url';
import { splitSpan } from './sql-span';

describe('the address of a view', () => {
  it('holds all of it, beside what belongs to others', () => {
    const view: LineageView = {
      chosen: 'RmllbGQ6ZmRfMQ==',
      up: 3,
      down: 'all',
      grown: [
        { side: 'up', box: 'RGF0YXNldDpkc18x' },
        { side: 'down', box: 'a+b/c=' },
      ],
      folded: [{ side: 'down', box: 'RGF0YXNldDpkc18z' }],
      opened: ['RGF0YXNldDpkc18y'],
      grade: 'L3',
      departments: ['310105001', '310105002'],
      sensitive: true,
      noMiddle: true,
      grouping: 'library',
      groups: ['B-RK', '-interfaces'],
      rings: ['CLEARTEXT', 'INFLUENCED'],
      table: true,
      only: true,
      day: '2026-06-30',
      asKnown: true,
      since: '2026-01-31',
    };
    const params = writeView(view, new URLSearchParams('id=x&tab=lineage'));
    expect(params.get('id')).toBe('x');
    expect(params.get('tab')).toBe('lineage');
    expect(readView(new URLSearchParams(params.toString()))).toEqual(view);
  });

  it('leaves out what is as at the start, and reads rubbish as the start', () => {
    expect(writeView(START_VIEW, new URLSearchParams('id=x')).toString()).toBe('id=x');
    expect(
      readView(
        new URLSearchParams(
          'up=-1&down=x&rings=foo&grow=,z.a,u.&view=q&grade=L9&mid=1&group=x&fold=x&day=2026-13-40&known=1&since=9999-01-01',
        ),
      ),
    ).toEqual(START_VIEW);
  });
});

describe('the span of a statement', () => {
  it('is counted in code points', () => {
    expect(splitSpan('SELECT 𠮷, sm3(证件)', 10, 17)).toEqual([
      { text: 'SELECT 𠮷, ', marked: false },
      { text: 'sm3(证件)', marked: true },
    ]);
  });

  it('marks nothing when it does not fit', () => {
    expect(splitSpan('abc', 2, 9)).toEqual([{ text: 'abc', marked: false }]);
    expect(splitSpan('abc', null, 2)).toEqual([{ text: 'abc', marked: false }]);
  });
});
