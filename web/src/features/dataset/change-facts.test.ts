import { describe, expect, it } from 'vitest';
import { changedValues, nameIn, nounOf } from './change-facts';

describe('a change in words', () => {
  it('says what it is about and how the thing is called', () => {
    expect([nounOf('grading.registered'), nounOf('edge.observed')]).toEqual(['grading', 'other']);
    expect(nameIn('{"path":"zjhm","title":"证件号码"}')).toBe('证件号码');
    expect(nameIn(null)).toBeNull();
  });

  it('names what differs, with the value before and after', () => {
    expect(
      changedValues('{"id":"1","title":"旧","rows":5}', '{"id":"2","title":"新","rows":5,"list":["a"]}'),
    ).toEqual([
      { name: 'title', before: '旧', after: '新' },
      { name: 'list', before: '', after: '["a"]' },
    ]);
  });
});
