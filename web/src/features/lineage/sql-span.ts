export interface SqlPart {
  text: string;
  marked: boolean;
}

export interface SqlLine {
  number: number;
  parts: SqlPart[];
}

/** A statement cut at the expression that makes an edge; offsets count code points, not UTF-16 units. */
export function splitSpan(
  sql: string,
  from: number | null | undefined,
  to: number | null | undefined,
): SqlPart[] {
  if (from == null || to == null || from >= to) return [{ text: sql, marked: false }];
  const points = [...sql];
  if (from < 0 || to > points.length) return [{ text: sql, marked: false }];
  const parts = [
    { text: points.slice(0, from).join(''), marked: false },
    { text: points.slice(from, to).join(''), marked: true },
    { text: points.slice(to).join(''), marked: false },
  ];
  return parts.filter(({ text }) => text !== '');
}

/** The same by lines, numbered from 1; put together with line breaks they are the statement again. */
export function sqlLines(
  sql: string,
  from: number | null | undefined,
  to: number | null | undefined,
): SqlLine[] {
  const lines: SqlLine[] = [{ number: 1, parts: [] }];
  for (const { text, marked } of splitSpan(sql, from, to)) {
    text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push({ number: lines.length + 1, parts: [] });
      if (part !== '') lines.at(-1)?.parts.push({ text: part, marked });
    });
  }
  return lines;
}
