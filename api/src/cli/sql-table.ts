import type { SqlLineage, SqlSource, SqlSpan, UnresolvedSql } from '@yuanliu/graph/sql';

const TITLES = ['target 目标', 'source 来源', 'kind 方式', 'masking 脱敏'];

/** What a person reads: a table of the edges, what decides over rows, and what could not be resolved. */
export function describeLineage(sql: string, { edges, datasets, unresolved }: SqlLineage): string[] {
  const rows = edges.flatMap(({ target, sources }) => {
    const name = nameOf(target.table, target.column);
    if (sources.length === 0) return [[name, '-', 'no source 无来源', '']];
    return sources.map((source) => [
      name,
      nameOf(source.table, source.column),
      kindOf(source),
      maskingOf(source),
    ]);
  });
  const decided = datasets.flatMap(({ target, tables, sources }) => [
    `${target.table ?? 'query 查询'} reads 读取: ${tables.join(', ') || '-'}`,
    ...sources.map((s) => `  rows 行级: ${s.subtype} ${nameOf(s.table, s.column)}`),
  ]);
  return [
    ...(rows.length > 0 ? table([TITLES, ...rows]) : []),
    ...decided,
    ...unresolved.map((mark) => describeMark(sql, mark)),
    `${rows.length} rows, ${unresolved.length} unresolved 未解析 ${unresolved.length} 处`,
  ];
}

const nameOf = (table: string | null, column: string): string =>
  table === null ? column : `${table}.${column}`;
const kindOf = ({ kind, subtype }: SqlSource): string =>
  kind === 'DIRECT' ? subtype : `INDIRECT ${subtype}`;
const maskingOf = ({ maskingMethod, reversible }: SqlSource): string =>
  maskingMethod === null ? '' : `${maskingMethod}${reversible ? ' reversible 可逆' : ''}`;

/** Line and column of a mark, counted from 1, and the text that it is about. */
function describeMark(sql: string, { span, reason, detail, column }: UnresolvedSql): string {
  const { line, at, text } = locate(sql, span);
  return `${line}:${at} unresolved 未解析 ${reason}${column ? ` (${column})` : ''}: ${detail}${text ? ` «${text}»` : ''}`;
}

function locate(sql: string, span: SqlSpan): { line: number; at: number; text: string } {
  const chars = Array.from(sql);
  const before = chars.slice(0, span.start).join('').split('\n');
  const text = chars.slice(span.start, span.end).join('').split('\n')[0]!.slice(0, 60);
  return { line: before.length, at: Array.from(before.at(-1)!).length + 1, text };
}

/** Chinese characters are two columns wide. */
const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1),
    0,
  );

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i]!))));
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat(widths[i]! - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}
