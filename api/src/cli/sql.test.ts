import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { answerSqlLines } from './sql.js';
import { describeLineage } from './sql-table.js';

async function answer(lines: string[]) {
  const printed: string[] = [];
  const faults: string[] = [];
  await answerSqlLines(
    Readable.from(lines.map((line) => `${line}\n`)),
    (line) => printed.push(line),
    (line) => faults.push(line),
  );
  return { answers: printed.map((line) => JSON.parse(line)), faults };
}

describe('yuanliu sql --json', () => {
  it('answers each line in order, with the schema of the line in any of its forms', async () => {
    const sql = 'insert into t select * from u';
    const { answers, faults } = await answer([
      JSON.stringify({ id: 'a', dialect: 'hive', sql, schema: { u: ['x', 'y'] } }),
      JSON.stringify({ id: 2, dialect: 'hive', sql, schema: { u: { x: 'int' } } }),
      JSON.stringify({ id: 'c', dialect: 'hive', sql, schema: [{ table: 'u', columns: [{ name: 'z' }] }] }),
      JSON.stringify({ id: 'd', dialect: 'hive', sql, schema: null }),
    ]);
    expect(faults).toEqual([]);
    expect(answers.map(({ id, edges }) => [id, edges.map((e: { target: object }) => e.target)])).toEqual([
      [
        'a',
        [
          { table: 't', column: 'x' },
          { table: 't', column: 'y' },
        ],
      ],
      [2, [{ table: 't', column: 'x' }]],
      ['c', [{ table: 't', column: 'z' }]],
      ['d', []],
    ]);
    expect(answers[0].edges[0].sources).toEqual([
      {
        table: 'u',
        column: 'x',
        kind: 'DIRECT',
        subtype: 'IDENTITY',
        masking: false,
        maskingMethod: null,
        reversible: false,
      },
    ]);
    expect(answers[3].unresolved).toMatchObject([{ reason: 'NEEDS_SCHEMA', statement: 0 }]);
  });

  it('names the line that is no request and answers the others', async () => {
    const { answers, faults } = await answer([
      '{"broken',
      '{"id":1,"sql":7}',
      '',
      '{"id":3,"sql":"select 1","dialect":"klingon"}',
    ]);
    expect(faults).toEqual([
      expect.stringContaining('line 1: not JSON'),
      expect.stringContaining('line 2: sql: '),
    ]);
    expect(answers).toMatchObject([{ id: 3, edges: [], unresolved: [{ reason: 'UNKNOWN_DIALECT' }] }]);
  });
});

describe('the table of yuanliu sql', () => {
  it('lines up Chinese names and places marks by line and column', () => {
    const sql = 'create view 视图 as\nselect md5(证件号) 号, x from 人员, 房屋';
    const span = { start: 37, end: 38 };
    const lines = describeLineage(sql, {
      edges: [
        {
          target: { table: '视图', column: '号' },
          sources: [
            {
              table: '人员',
              column: '证件号',
              kind: 'DIRECT',
              subtype: 'TRANSFORMATION',
              masking: true,
              maskingMethod: 'HASH',
              reversible: false,
            },
          ],
        },
      ],
      datasets: [],
      unresolved: [{ statement: 0, span, reason: 'AMBIGUOUS_COLUMN', detail: 'x', column: 'x' }],
    });
    expect(lines).toEqual([
      'target 目标  source 来源  kind 方式       masking 脱敏',
      '视图.号      人员.证件号  TRANSFORMATION  HASH',
      '2:20 unresolved 未解析 AMBIGUOUS_COLUMN (x): x «x»',
      '1 rows, 1 unresolved 未解析 1 处',
    ]);
  });
});
