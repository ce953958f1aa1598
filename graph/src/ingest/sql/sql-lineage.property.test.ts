import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sqlLineage } from './sql-lineage.js';
import { edgeLines } from './testing/edge-lines.js';
import {
  plainSpelling,
  type RandomQuery,
  randomQuery,
  reversed,
  type Spelling,
  toSql,
} from './testing/random-query.js';

const DIALECTS = ['postgres', 'mysql', 'hive', 'spark', 'oracle', 'clickhouse', 'starrocks', 'sqlserver'];
const dialect = fc.constantFrom(...DIALECTS);

const linesOf = (query: RandomQuery, spelling: Spelling, of: string, schema?: RandomQuery['schema']) =>
  edgeLines(sqlLineage({ sql: toSql(query, spelling), dialect: of, schema })).map(sorted);
/** Sources in order of their names: which is named first is not what is claimed. */
const sorted = (line: string) => {
  const [target = '', sources = ''] = line.split(' <- ');
  return `${target} <- ${sources.split(', ').sort().join(', ')}`;
};

describe('for every query', () => {
  it('no source is outside the schema, and nothing is left open', () => {
    fc.assert(
      fc.property(randomQuery, dialect, (query, of) => {
        const { edges, unresolved } = sqlLineage({
          sql: toSql(query, plainSpelling),
          dialect: of,
          schema: query.schema,
        });
        expect(unresolved).toEqual([]);
        for (const { sources } of edges) {
          expect(sources.length).toBeGreaterThan(0);
          for (const { table, column } of sources) expect(query.schema[table]).toContain(column);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('the schema adds nothing where every name is qualified', () => {
    fc.assert(
      fc.property(randomQuery, dialect, (query, of) => {
        expect(linesOf(query, plainSpelling, of)).toEqual(linesOf(query, plainSpelling, of, query.schema));
      }),
      { numRuns: 80 },
    );
  });

  it('other names of aliases and CTEs change nothing', () => {
    const other: Spelling = {
      ...plainSpelling,
      cte: (i) => `步骤${9 - i}`,
      alias: (i, side) => `甲${side}_${i}`,
    };
    fc.assert(
      fc.property(randomQuery, dialect, (query, of) => {
        expect(linesOf(query, other, of, query.schema)).toEqual(
          linesOf(query, plainSpelling, of, query.schema),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('another order of CTEs changes nothing', () => {
    fc.assert(
      fc.property(randomQuery, dialect, (query, of) => {
        const turned: Spelling = { ...plainSpelling, order: reversed(query) };
        expect(linesOf(query, turned, of, query.schema)).toEqual(
          linesOf(query, plainSpelling, of, query.schema),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('a column taken from the schema takes its edges away, and never gives others', () => {
    fc.assert(
      fc.property(randomQuery, fc.nat(2), fc.nat(2), (query, t, c) => {
        const table = Object.keys(query.schema)[t]!;
        const lost = query.schema[table]![c]!;
        const schema = { ...query.schema, [table]: query.schema[table]!.filter((name) => name !== lost) };
        const sql = toSql(query, plainSpelling);
        const pairs = (known: RandomQuery['schema']) =>
          sqlLineage({ sql, dialect: 'postgres', schema: known }).edges.flatMap(({ target, sources }) =>
            sources.map((s) => `${target.column} ${s.table}.${s.column} ${s.kind}`),
          );
        const whole = pairs(query.schema).filter((pair) => !pair.includes(`${table}.${lost} `));
        expect(pairs(schema).sort()).toEqual(whole.sort());
      }),
      { numRuns: 120 },
    );
  });
});

describe('for every text', () => {
  it('never throws, and never gives an edge to a table that it does not name', () => {
    const words =
      'select from insert into t u a b ( ) , * with as union all where join on = . case when then end over '.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), dialect, (parts, of) => {
        const { edges } = sqlLineage({ sql: parts.join(' '), dialect: of });
        for (const { sources } of edges)
          for (const { table } of sources) expect(parts).toContain(table.split('.').at(-1));
      }),
      { numRuns: 300 },
    );
  });

  it('takes any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), dialect, (text, of) => {
        expect(Array.isArray(sqlLineage({ sql: text, dialect: of }).unresolved)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
