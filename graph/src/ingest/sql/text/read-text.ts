import type { Node } from '../ast.js';
import type { DialectRules } from '../dialects.js';
import type { Problem } from '../flow.js';
import { isSilent, isStatement } from '../statement/read-statement.js';
import type { Span } from '../types.js';
import { parseText } from './parser.js';

/** One statement of a text, as far as it was understood. */
export interface Piece {
  roots: Node[];
  problems: Problem[];
  span: Span;
  /** From a place in the text that was parsed to the place in the text that was given. */
  place(span: Span): Span;
}

export function readText(text: string, rules: DialectRules): Piece[] {
  const parsed = parseText(text, rules.parser);
  const span = { start: 0, end: Array.from(text).length };
  if (!parsed.ok)
    return [
      {
        roots: [],
        problems: [{ reason: 'NOT_PARSED', detail: parsed.message, span: parsed.at }],
        span,
        place: (s) => s,
      },
    ];
  return parsed.roots.map((r) => ({
    roots: isStatement(r) ? [r] : [],
    problems:
      isStatement(r) || isSilent(r)
        ? []
        : [{ reason: 'NOT_UNDERSTOOD', detail: Object.keys(r)[0]!, span: null }],
    span,
    place: (s) => s,
  }));
}
