import { describe, expect, it } from 'vitest';
import { readSaved, writeSaved } from './saved-searches';

const store = (text: string | null = null) => {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  };
};

describe('saved searches', () => {
  it('come back as they were kept', () => {
    const mine = store();
    writeSaved(mine, [{ name: '人口', href: '/catalogue?q=rk' }]);
    expect(readSaved(mine)).toEqual([{ name: '人口', href: '/catalogue?q=rk' }]);
  });

  it('are none when the store holds something else, and never lead elsewhere', () => {
    expect(readSaved(store('no json'))).toEqual([]);
    expect(readSaved(store('[{"name":"x","href":"https://elsewhere.example"}]'))).toEqual([]);
    expect(readSaved(store())).toEqual([]);
  });
});
