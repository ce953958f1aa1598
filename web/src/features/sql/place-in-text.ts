/** A part of a text, as selections count it (UTF-16), and where it begins as people count it. */
export interface Place {
  from: number;
  to: number;
  line: number;
  column: number;
}

/** The place of `[start, end)` in code points, as the API counts; null when it is not within the text. */
export function placeInText(text: string, start: number, end: number): Place | null {
  const points = Array.from(text);
  if (start < 0 || start > end || end > points.length) return null;
  const before = points.slice(0, start).join('');
  const from = before.length;
  const lines = before.split('\n');
  return {
    from,
    to: from + points.slice(start, end).join('').length,
    line: lines.length,
    column: Array.from(lines.at(-1) ?? '').length + 1,
  };
}
