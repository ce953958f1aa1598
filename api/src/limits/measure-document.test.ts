import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.js';
import { measureDocument } from './measure-document.js';

const measure = (text: string) => measureDocument(parse(text));
const nested = (depth: number) => `${'{a'.repeat(depth)}${'}'.repeat(depth)}`;

describe('measureDocument', () => {
  it('passes what keeps every limit, to the last one', () => {
    expect(measure(nested(LIMITS.depth))).toBeNull();
    expect(measure(`{${'a '.repeat(LIMITS.rootFields)}}`)).toBeNull();
    expect(
      measure(`{r{${Array.from({ length: LIMITS.aliases }, (_, i) => `a${i}:x`).join(' ')}}}`),
    ).toBeNull();
  });

  it('refuses one too many of each', () => {
    expect(measure(nested(LIMITS.depth + 1))).toMatch(/nests 13 deep/);
    expect(measure(`{${'a '.repeat(LIMITS.rootFields + 1)}}`)).toMatch(/root selections/);
    expect(
      measure(`{r{${Array.from({ length: LIMITS.aliases + 1 }, (_, i) => `a${i}:x`).join(' ')}}}`),
    ).toMatch(/aliases/);
    expect(measure(`{a${'@x'.repeat(LIMITS.directives + 1)}}`)).toMatch(/directives/);
    expect(measure(`{r{${'a '.repeat(LIMITS.fields)}}}`)).toMatch(/fields/);
  });

  it('counts depth through fragments', () => {
    const deep = `{a{...F}} fragment F on T {b{...G}} fragment G on T ${nested(LIMITS.depth - 1)}`;
    expect(measure(deep)).toMatch(/nests 13 deep/);
  });

  it('measures doubling fragments without doubling its work', () => {
    const bomb = ['{...F0}'];
    for (let i = 0; i < 200; i += 1) bomb.push(`fragment F${i} on T {...F${i + 1} ...F${i + 1}}`);
    bomb.push('fragment F200 on T {a}');
    // Work that doubles 200 times would never end.
    expect(measure(bomb.join(' '))).toMatch(/fragments spread out/);
  });

  it('refuses fragments that spread themselves, used or not', () => {
    expect(measure('{a} fragment F on T {...G} fragment G on T {b{...F}}')).toMatch(/spreads itself/);
  });

  it('lets introspection nest deeper, but not with other fields beside it', () => {
    const deep = '{__schema{'.concat('t{'.repeat(13), 'n', '}'.repeat(15));
    expect(measure(deep)).toBeNull();
    expect(measure(deep.replace('{__schema', '{a __schema'))).toMatch(/nests 15 deep/);
  });
});
