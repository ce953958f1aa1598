import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLine, splitNames, splitSpan, sqlLines } from './sql-span';

const text = fc.string({ unit: fc.constantFrom('a', '人', '𠮷', '\n', ' ', ','), maxLength: 60 });

describe('the statement of an edge', () => {
  it('is cut by code points and loses nothing, whatever the offsets', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: -3, max: 70 }),
        fc.integer({ min: -3, max: 70 }),
        (sql, from, to) => {
          const parts = splitSpan(sql, from, to);
          expect(parts.map((part) => part.text).join('')).toBe(sql);
          const marked = parts.filter((part) => part.marked);
          const valid = from >= 0 && from < to && to <= [...sql].length;
          expect(marked.map((part) => part.text)).toEqual(valid ? [[...sql].slice(from, to).join('')] : []);
        },
      ),
    );
  });

  it('is the same by numbered lines', () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), (sql, from, to) => {
        const lines = sqlLines(splitSpan(sql, from, to));
        expect(lines.map(({ number }) => number)).toEqual(lines.map((_, i) => i + 1));
        expect(lines.map(({ parts }) => parts.map((part) => part.text).join('')).join('\n')).toBe(sql);
      }),
    );
  });

  it('marks an expression over two lines in both', () => {
    const lines = sqlLines(splitSpan('SELECT a,\n  b\nFROM t', 7, 13));
    expect(lines.map(({ parts }) => parts.filter(({ marked }) => marked).map((part) => part.text))).toEqual([
      ['a,'],
      ['  b'],
      [],
    ]);
  });

  it('shows the columns by name where its producer gave no place, whole words only', () => {
    const sql = 'INSERT INTO t (zjhm, xm)\nSELECT\n  MD5(s.ZJHM), zjhm_old\nFROM s';
    const parts = splitNames(sql, ['zjhm']);
    expect(parts.map((part) => part.text).join('')).toBe(sql);
    expect(parts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['zjhm', 'ZJHM']);
    expect(firstLine(sqlLines(parts))).toBe(3);
    expect(firstLine(sqlLines(splitNames(sql, ['nothing'])))).toBeNull();
  });
});
