import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierKeys, pinyinKeys, searchProperties } from '../model/index.js';
import { highlightWords, MARK_END, MARK_START } from './highlight.js';
import { luceneQueries } from './lucene-query.js';
import { parseText } from './parse-text.js';

describe('parsing a question', () => {
  it('cuts Han from Latin, folds width and case, and drops signs', () => {
    expect(parseText(' 企业ＺＪ_hm  2026年 ** ').terms).toEqual([
      { kind: 'HAN', text: '企业' },
      { kind: 'LATIN', text: 'zjhm', parts: ['zj', 'hm'] },
      { kind: 'LATIN', text: '2026', parts: ['2026'] },
      { kind: 'HAN', text: '年' },
    ]);
  });

  it('lets no sign of the text into the Lucene query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const { strong, weak } = luceneQueries(parseText(text).terms);
        const written = `${strong} ${weak}`
          .replaceAll(/search(Title|Text|Keys):/g, '')
          .replaceAll(/\^\d| OR |[+()"* ]/g, '');
        expect(written).toMatch(/^[\p{L}\p{N}]*$/u);
        expect(written).toBe(written.toLowerCase());
      }),
      { numRuns: 2000 },
    );
  });
});

describe('search keys', () => {
  it('hold initials and pinyin from every syllable on', () => {
    expect(pinyinKeys('信用代码')).toEqual(
      expect.arrayContaining(['xydm', 'ydm', 'dm', 'm', 'xinyongdaima', 'daima', 'ma', '信', '码']),
    );
    expect(pinyinKeys('长宁区')[0]).toBe('cnq');
  });

  it('hold identifiers whole and from each part on', () => {
    expect(identifierKeys('social_creditCode')).toEqual([
      'social_creditcode',
      'social',
      'credit',
      'code',
      'socialcreditcode',
      'creditcode',
      'code',
    ]);
  });

  it('keep titles folded and prose apart', () => {
    expect(searchProperties({ title: 'ＡＢ 表', identifiers: ['t_a'], texts: ['说明', null] })).toMatchObject(
      {
        searchTitle: 'ab 表',
        searchText: 't_a \n 说明',
      },
    );
  });
});

describe('highlighting', () => {
  it('never loses or adds a character of a short text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 50 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 5 }),
        (text, at, length) => {
          const marked = highlightWords(text, parseText(text.slice(at, at + length)).terms);
          if (marked !== null) expect(marked.replaceAll(MARK_START, '').replaceAll(MARK_END, '')).toBe(text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('cuts long prose around the first find', () => {
    const marked = highlightWords(`${'前'.repeat(300)}关键${'后'.repeat(300)}`, parseText('关键').terms);
    expect(marked).toBe(`…${'前'.repeat(60)}\u0001关键\u0002${'后'.repeat(118)}…`);
  });
});
