import { describe, expect, it } from 'vitest';
import { sqlLineage } from './sql-lineage.js';
import { edgeLines, markLines } from './testing/edge-lines.js';
import type { SqlRequest } from './types.js';

const read = (sql: string, more: Partial<SqlRequest> = {}) =>
  sqlLineage({ sql, dialect: 'postgres', ...more });
const textAt = (sql: string, { start, end }: { start: number; end: number }) =>
  Array.from(sql).slice(start, end).join('');

describe('sources', () => {
  it('keeps a direct and a deciding way of one column apart', () => {
    expect(edgeLines(read('insert into t (x) select case when a > 0 then a end from u'))).toEqual([
      't.x <- u.a TRANSFORMATION, u.a CONDITIONAL',
    ]);
  });

  it('takes the strongest step on the way, not the last', () => {
    const sql = 'with s as (select k, sum(v) as v from u group by k) insert into t (v) select v from s';
    expect(edgeLines(read(sql))).toEqual(['t.v <- u.v AGGREGATION']);
  });

  it('stays deciding once it only decides', () => {
    const sql =
      'with s as (select row_number() over (order by at) as n from u) insert into t (n) select max(n) from s';
    expect(edgeLines(read(sql))).toEqual(['t.n <- u.at WINDOW']);
  });

  it('says where the SQL names each source, in code points behind what takes two UTF-16 units', () => {
    const sql = "insert into t (x) select '𠮷' || 甲.姓名 from 人员 甲";
    const span = read(sql).edges[0]!.sources[0]!.span!;
    expect(textAt(sql, span)).toBe('姓名');
  });

  it('finds the place also where the text was repaired before parsing', () => {
    const sql = 'from src s insert into t1 select s.aa where s.k = 1 insert into t2 select s.bb';
    const spans = read(sql, { dialect: 'hive' }).edges.map((e) => textAt(sql, e.sources[0]!.span!));
    expect(spans).toEqual(['aa', 'bb']);
  });
});

describe('what decides over rows', () => {
  it('gathers joins, filters, groups and orders through CTEs and subqueries that are used', () => {
    const sql = `with s as (select k, v from u where f = 1), unused as (select z from hidden where y = 2)
      insert into t (v) select s.v from s join w on s.k = w.k
      where exists (select 1 from e where e.k = s.k) group by s.v order by w.o`;
    const [rows] = read(sql).datasets;
    expect(rows!.tables).toEqual(['u', 'w', 'e']);
    expect(rows!.sources.map((s) => `${s.table}.${s.column} ${s.subtype}`).sort()).toEqual([
      'e.k FILTER',
      'u.f FILTER',
      'u.k FILTER',
      'u.k JOIN',
      'u.v GROUP_BY',
      'w.k JOIN',
      'w.o SORT',
    ]);
  });

  it('tells of a DELETE only which rows go', () => {
    const { edges, datasets } = read('delete from t using u where t.id = u.id and u.old');
    expect(edges).toEqual([]);
    expect(datasets[0]).toMatchObject({ target: { table: 't' }, tables: ['t', 'u'] });
  });
});

describe('masking', () => {
  it('takes functions of the house from the rules', () => {
    const masking = { functions: { 'sec.hide_name': 'COVER', tokenise: 'TOKENIZE' } } as const;
    const { edges } = read('insert into t (a, b) select hide_name(x), tokenise(y) from u', {
      masking: { functions: { hide_name: 'COVER', tokenise: 'TOKENIZE' } },
    });
    expect(edges.map((e) => [e.sources[0]!.maskingMethod, e.sources[0]!.reversible])).toEqual([
      ['COVER', false],
      ['TOKENIZE', true],
    ]);
    expect(edgeLines(read('insert into t (a) select sec.hide_name(x) from u', { masking }))).toEqual([
      't.a <- u.x TRANSFORMATION COVER',
    ]);
  });

  it('does not call masked what is also there in clear', () => {
    expect(edgeLines(read("insert into t (a) select left(p, 3) || '****' || p from u"))).toEqual([
      't.a <- u.p TRANSFORMATION',
    ]);
  });

  it('does not take back a hash by decrypting it', () => {
    expect(edgeLines(read("insert into t (a) select pgp_sym_decrypt(md5(p), 'k') from u"))).toEqual([
      't.a <- u.p TRANSFORMATION HASH',
    ]);
  });
});

describe('what cannot be resolved', () => {
  it('is a mark with statement, place and reason, and no edge', () => {
    const sql = 'insert into a (x) select y from b; insert into t (x) select c from u, w';
    const { edges, unresolved } = read(sql);
    expect(edges[1]).toEqual({ target: { table: 't', column: 'x' }, sources: [] });
    expect(unresolved).toMatchObject([
      { statement: 1, reason: 'AMBIGUOUS_COLUMN', detail: 'c', column: 'x' },
    ]);
    expect(textAt(sql, unresolved[0]!.span)).toBe('c');
  });

  it.each([
    [
      'postgres',
      'with a as (select x from t) (with b as (select y from u) select y from b)',
      'NOT_PARSED: a WITH inside another was not read',
    ],
    [
      'mysql',
      'insert into t select a， b from s',
      "NOT_PARSED: Tokenization error at line 1, column 24: Unexpected character: '，'",
    ],
    ['klingon', 'select 1', 'UNKNOWN_DIALECT: klingon'],
    [
      'postgres',
      'with recursive q as (select * from q2) update q set a = 1',
      'NOT_UNDERSTOOD: a is set in what is no table',
    ],
  ])('%s: %s', (dialect, sql, mark) => {
    const lineage = sqlLineage({ sql, dialect });
    expect(markLines(lineage)).toEqual([mark]);
    expect(lineage.edges.flatMap((e) => e.sources)).toEqual([]);
  });

  it('costs the statements beside it nothing', () => {
    const sql = 'insert into t (a) select x from s; insert into (((; insert into t (b) select y from s';
    expect(edgeLines(read(sql))).toEqual(['t.a <- s.x IDENTITY', 't.b <- s.y IDENTITY']);
  });

  it('leaves an open star open, but for what is known to stand behind it', () => {
    const schema = { t: ['a', 'b', 'at'] };
    const lineage = read('insert into t select *, loaded from u', { schema });
    expect(edgeLines(lineage)).toEqual(['t.a <-', 't.b <-', 't.at <- u.loaded IDENTITY']);
    expect(markLines(lineage)).toEqual(['NEEDS_SCHEMA a: u.*', 'NEEDS_SCHEMA b: u.*']);
  });
});

describe('names', () => {
  it('are completed by the default schema, else by the one table that ends so', () => {
    const sql = 'insert into t (a) select x from s';
    expect(edgeLines(read(sql, { defaultSchema: 'db.app' }))).toEqual(['db.app.t.a <- db.app.s.x IDENTITY']);
    expect(edgeLines(read(sql, { schema: { 'db.raw.s': ['x'] } }))).toEqual(['t.a <- db.raw.s.x IDENTITY']);
  });

  it('of which two tables end so are not guessed', () => {
    const schema = { 'a.s': ['x'], 'b.s': ['x', 'y'] };
    const lineage = read('insert into t select * from s', { schema });
    expect(edgeLines(lineage)).toEqual([]);
    expect(markLines(lineage)).toEqual(['NEEDS_SCHEMA: s.*']);
  });
});

describe('large statements', () => {
  it('reads 500 terms of a chain and 300 CTEs one on the other', () => {
    const chain = Array.from({ length: 500 }, (_, i) => `c${i}`).join(' || ');
    expect(read(`insert into t (x) select ${chain} from u`).edges[0]!.sources).toHaveLength(500);
    const ctes = Array.from({ length: 300 }, (_, i) => `q${i + 1} as (select v from q${i})`).join(', ');
    expect(
      edgeLines(read(`with q0 as (select v from u), ${ctes} insert into t (v) select v from q300`)),
    ).toEqual(['t.v <- u.v IDENTITY']);
  });
});

describe('scripts', () => {
  it.each([
    ['sqlserver', 'declare @x int = (select max(id) from s); insert into t (a) select @x'],
    ['sqlserver', 'select @x = max(id) from s; insert into t (a) values (@x)'],
    ['mysql', 'set @x = (select max(id) from s); insert into t (a) select @x'],
    ['bigquery', 'declare x int64; set x = (select max(id) from s); insert t (a) select x'],
    ['oracle', 'begin select max(id) into v_x from s; insert into t (a) select v_x from dual; end;'],
  ])('%s: follow a value through a variable: %s', (dialect, sql) => {
    const { edges } = sqlLineage({ sql, dialect });
    const edge = edges.find((e) => e.target.table === 't')!;
    expect(edge.sources).toMatchObject([{ table: 's', column: 'id', subtype: 'AGGREGATION' }]);
    expect(textAt(sql, edge.sources[0]!.span!)).toMatch(/^(@x|x|v_x)$/);
  });

  it('do not take a parameter for a column of a table that nobody knows', () => {
    const sql = 'create procedure p(in d date) begin insert into t (a, b) select x, d from s; end';
    expect(edgeLines(sqlLineage({ sql, dialect: 'mysql' }))).toEqual(['t.a <- s.x IDENTITY', 't.b <-']);
  });
});

describe('subqueries deeper than the parser goes', () => {
  it.each([10, 40, 100])('%i levels, with the place in the SQL', (levels) => {
    const inner = Array.from({ length: levels }).reduce<string>(
      (sql, _, i) => `select v from (${sql}) q${i} where v > 1`,
      'select 值 as v from 源 s',
    );
    const sql = `insert into t (x) ${inner}`;
    const lineage = read(sql);
    expect(edgeLines(lineage)).toEqual(['t.x <- 源.值 IDENTITY']);
    expect(markLines(lineage)).toEqual([]);
    expect(textAt(sql, lineage.edges[0]!.sources[0]!.span!)).toBe('值');
  });
});
