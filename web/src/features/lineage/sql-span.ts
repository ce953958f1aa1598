export interface SqlPart {
  text: string;
  marked: boolean;
}

/** Marks every whole word that is one of the names, for a statement whose producer gave no place. */
export function splitNames(sql: string, names: readonly string[]): SqlPart[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return sql
    .split(/([\p{L}\p{N}_$]+)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, marked: wanted.has(text.toLowerCase()) }));
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
export function sqlLines(parts: readonly SqlPart[]): SqlLine[] {
  const lines: SqlLine[] = [{ number: 1, parts: [] }];
  for (const { text, marked } of parts) {
    text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push({ number: lines.length + 1, parts: [] });
      if (part !== '') lines.at(-1)?.parts.push({ text: part, marked });
    });
  }
  return lines;
}

/** The line to look at first: with a place, where it begins; with names, the first that is selected and not only written to. */
export function firstLine(lines: readonly SqlLine[]): number | null {
  const marked = lines.filter(({ parts }) => parts.some((part) => part.marked));
  const select = lines.find(({ parts }) => parts.some(({ text }) => /\bselect\b/i.test(text)));
  return (marked.find(({ number }) => select && number >= select.number) ?? marked[0])?.number ?? null;
}
