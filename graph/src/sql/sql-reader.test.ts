import { afterAll, describe, expect, it } from 'vitest';
import { sqlLineage } from '../ingest/sql/index.js';
import { createSqlReader } from './sql-reader.js';

const reader = createSqlReader();
const hurried = createSqlReader({ timeLimitMs: 1 });
afterAll(() => Promise.all([reader.close(), hurried.close()]));

const request = { sql: 'insert into t select * from u', dialect: 'postgres', schema: { u: ['a', 'b'] } };

describe('the SQL reader', () => {
  it('answers what the resolver answers, for each schema its own', async () => {
    expect(await reader.read(request)).toEqual(sqlLineage(request));
    const other = { ...request, schema: { u: ['c'] } };
    expect((await reader.read(other)).edges.map((e) => e.target.column)).toEqual(['c']);
    expect(await reader.read({ ...request, schema: undefined })).toMatchObject({
      unresolved: [{ reason: 'NEEDS_SCHEMA' }],
    });
    expect(await reader.read(request)).toEqual(sqlLineage(request));
  });

  it('answers an equal question from memory', async () => {
    const first = await reader.read(request);
    expect(await reader.read({ ...request, schema: { u: ['a', 'b'] } })).toBe(first);
  });

  it('gives a text up at its limit and reads the next', async () => {
    const terms = Array.from({ length: 20_000 }, (_, i) => `c${i}`).join(', ');
    const slow = await hurried.read({ sql: `select ${terms} from t`, dialect: 'postgres' });
    expect(slow).toMatchObject({ edges: [], unresolved: [{ reason: 'TIME_LIMIT' }] });
    const [a, b] = await Promise.all([reader.read(request), reader.read({ ...request, dialect: 'mysql' })]);
    expect(a.edges).toHaveLength(2);
    expect(b.edges).toHaveLength(2);
  });

  it('outlives what nests deeper than the parser can', async () => {
    const deep = `select ${'('.repeat(5_000)}a${')'.repeat(5_000)} from t`;
    expect((await reader.read({ sql: deep, dialect: 'hive' })).edges).toEqual([]);
    expect((await reader.read(request)).edges).toHaveLength(2);
  });
});
