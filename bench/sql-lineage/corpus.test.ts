import { sqlLineage } from '@yuanliu/graph/sql';
import { describe, expect, it } from 'vitest';
import { parseCases, readCorpus } from './corpus.js';
import { scoreCase } from './score.js';

const cases = readCorpus();

describe('the corpus of SQL statements', () => {
  it('holds at least 200 statements, each by a name of its own, of every dialect', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(new Set(cases.map((c) => c.id)).size).toBe(cases.length);
    expect([...new Set(cases.map((c) => c.dialect))]).toEqual(
      expect.arrayContaining(
        'postgres mysql hive spark oracle dameng clickhouse starrocks doris sqlserver'.split(' '),
      ),
    );
  });

  it.each(cases.map((c) => [c.id, c] as const))('%s', (_, expected) => {
    const { wrong, missing } = scoreCase(expected, sqlLineage(expected));
    expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
  });
});

describe('the score', () => {
  const [expected] = parseCases(
    '== x | star | hive | u(a,b)\nselect 1\n->\n.a <- u.a:I, u.b:T#HASH\n? NEEDS_SCHEMA c\n',
  );

  it('counts names, kind, masking and marks', () => {
    const source = {
      table: 'u',
      column: 'a',
      kind: 'DIRECT',
      subtype: 'IDENTITY',
      masking: false,
      maskingMethod: null,
      reversible: false,
    } as const;
    const edges = [
      {
        target: { table: null, column: 'a' },
        sources: [source, { ...source, column: 'b', subtype: 'TRANSFORMATION' as const }],
      },
    ];
    expect(scoreCase(expected!, { edges, datasets: [], unresolved: [] })).toEqual({
      right: 1,
      wrong: ['.a <- u.b TRANSFORMATION'],
      missing: ['.a <- u.b TRANSFORMATION HASH', '? NEEDS_SCHEMA c'],
    });
  });

  it('refuses a case that nobody could read', () => {
    expect(() => parseCases('== y | star | hive\nselect 1\n->\n.a <- u.a\n')).toThrow(
      'y: no source such as t.a:I: u.a',
    );
  });
});
