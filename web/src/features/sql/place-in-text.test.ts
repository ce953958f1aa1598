import { describe, expect, it } from 'vitest';
import { placeInText } from './place-in-text';

describe('a place in SQL', () => {
  it('counts lines and columns from one, and what a selection counts', () => {
    const sql = 'select 1\nfrom 人口𠮷表 t where t.x = 1';
    const start = Array.from(sql).join('').indexOf('where');
    const points = Array.from(sql.slice(0, start)).length;
    const place = placeInText(sql, points, points + 5);
    expect(place).toMatchObject({ line: 2, column: 13 });
    expect(sql.slice(place!.from, place!.to)).toBe('where');
  });

  it('is none outside of the text', () => {
    expect(placeInText('select', 3, 9)).toBeNull();
    expect(placeInText('select', -1, 2)).toBeNull();
  });
});
