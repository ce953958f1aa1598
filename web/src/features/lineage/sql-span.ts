/** A statement cut at the expression that makes an edge; offsets count code points, not UTF-16 units. */
export function splitSpan(
  sql: string,
  from: number | null | undefined,
  to: number | null | undefined,
): { text: string; marked: boolean }[] {
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
